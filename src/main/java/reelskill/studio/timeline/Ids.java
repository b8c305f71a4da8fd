package reelskill.studio.timeline;

/** Hands out segment ids that a timeline does not have yet. Not thread-safe. */
final class Ids {
    private static final String PREFIX = "s";
    private long last;

    private Ids(long last) {
        this.last = last;
    }

    /** Begins after the highest number that {@code timeline} uses, so that an id never comes back in another meaning. */
    static Ids after(Timeline timeline) {
        long highest = timeline.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .mapToLong(segment -> number(segment.id()))
                .max()
                .orElse(0);
        return new Ids(highest);
    }

    String next() {
        return PREFIX + ++last;
    }

    private static long number(String id) {
        return id.matches(PREFIX + "\\d{1,15}") ? Long.parseLong(id.substring(PREFIX.length())) : 0;
    }
}
