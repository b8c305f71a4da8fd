package reelskill.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something in a draft that should be looked at once the file is there: a cut, plain or with a transition, or words that
 * appear.
 *
 * @param atMillis where it begins
 * @param endMillis where it ends; as {@code atMillis} for a plain cut
 * @param name of the clip that begins, or the words
 * @param skippedMillis how much of the same file was left out at a cut; 0 where another begins, or it is not known
 */
public record Moment(Kind kind, long atMillis, long endMillis, String name, long skippedMillis) {
    /** What happens. */
    public enum Kind {
        CUT,
        TEXT
    }

    /** Returns those of a draft in order of time: each cut of its picture tracks, and each text. */
    public static List<Moment> of(Draft draft) {
        List<Moment> moments = new ArrayList<>();
        for (DraftTrack track : draft.tracks()) {
            if (track.type() == DraftTrack.VIDEO) cuts(track, moments);
            if (track.type() == DraftTrack.TEXT) texts(track, moments);
        }
        moments.sort(Comparator.comparingLong(Moment::atMillis));
        return List.copyOf(moments);
    }

    private static void cuts(DraftTrack track, List<Moment> moments) {
        List<DraftSegment> segments = track.segments();
        for (int i = 1; i < segments.size(); i++) {
            DraftSegment before = segments.get(i - 1);
            DraftSegment segment = segments.get(i);
            if (goesOn(before, segment)) continue;
            long transition = segment.json().path("transition").path("d").asLong();
            long begin = segment.startMillis() - transition / 2;
            moments.add(new Moment(Kind.CUT, begin, begin + transition, segment.name(), skipped(before, segment)));
        }
    }

    private static long skipped(DraftSegment before, DraftSegment segment) {
        long in = before.json().path("in").asLong(-1);
        long next = segment.json().path("in").asLong(-1);
        boolean same = in >= 0 && next >= 0 && before.name().equals(segment.name());
        return same ? Math.max(0, next - in - before.durationMillis()) : 0;
    }

    /** A clip that was split shows no cut. */
    private static boolean goesOn(DraftSegment before, DraftSegment segment) {
        long in = before.json().path("in").asLong(-1);
        return in >= 0
                && before.name().equals(segment.name())
                && before.endMillis() == segment.startMillis()
                && Math.abs(in
                                + before.durationMillis()
                                - segment.json().path("in").asLong(-1))
                        <= 1;
    }

    private static void texts(DraftTrack track, List<Moment> moments) {
        for (DraftSegment text : track.segments()) {
            moments.add(new Moment(Kind.TEXT, text.startMillis(), text.endMillis(), text.name(), 0));
        }
    }
}
