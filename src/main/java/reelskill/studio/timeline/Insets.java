package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pictures that stand over the story of a timeline: segments with a {@link Placement} on video tracks above the
 * lowest. They add nothing to the timeline's length.
 *
 * <pre>
 *   insets     |  logo                 |
 *   insets          | camera  |
 *   story      |   A   |      B        |
 * </pre>
 */
public record Insets(Timeline timeline) {
    /** Returns whether the track {@code index} of the timeline holds insets, and nothing else. */
    public boolean isAt(int index) {
        return timeline.contents().isOfInsets(index);
    }

    /** Returns them from the lowest track up. */
    public List<MediaSegment> all() {
        return tracks().stream()
                .flatMap(index -> timeline.tracks().get(index).segments().stream())
                .map(MediaSegment.class::cast)
                .toList();
    }

    private List<Integer> tracks() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < timeline.tracks().size(); i++) if (isAt(i)) found.add(i);
        return found;
    }

    /**
     * Returns the timeline with {@code inset}, under a new id, above all that it meets at its time.
     *
     * @param inset has a placement
     */
    public Timeline with(MediaSegment inset) {
        MediaSegment added = inset.under(Ids.after(timeline).next());
        List<Track> changed = new ArrayList<>(timeline.tracks());
        List<Integer> tracks = tracks();
        int top = tracks.isEmpty() ? -1 : tracks.get(tracks.size() - 1);
        if (top >= 0 && changed.get(top).isFree(added))
            changed.set(top, changed.get(top).with(added));
        else changed.add(Math.max(top, topPicture()) + 1, new Track(TrackKind.VIDEO, List.of(added)));
        return timeline.withTracks(changed);
    }

    private int topPicture() {
        int top = -1;
        for (int i = 0; i < timeline.tracks().size(); i++) {
            if (timeline.tracks().get(i).kind() == TrackKind.VIDEO) top = i;
        }
        return top;
    }

    /** Returns the timeline in which each inset became what {@code change} says; nothing removes it. */
    public Timeline changed(Function<MediaSegment, Optional<MediaSegment>> change) {
        List<Integer> own = tracks();
        List<Track> changed = new ArrayList<>();
        for (int i = 0; i < timeline.tracks().size(); i++) {
            Track track = timeline.tracks().get(i);
            if (!own.contains(i)) {
                changed.add(track);
                continue;
            }
            List<Segment> left = track.segments().stream()
                    .<Segment>flatMap(segment -> change.apply((MediaSegment) segment).stream())
                    .toList();
            if (!left.isEmpty()) changed.add(new Track(TrackKind.VIDEO, left));
        }
        return timeline.withTracks(changed);
    }

    /** Returns the timeline whose insets end with it; a still one that reached to {@code oldEnd} reaches to the end again. */
    public Timeline fitted(long oldEnd) {
        long end = timeline.duration();
        return changed(inset -> {
            if (inset.start() >= end) return Optional.empty();
            boolean reaches = inset.end() == oldEnd && inset.pace().factor() == 0;
            long newEnd = reaches ? end : Math.min(inset.end(), end);
            return Optional.of(newEnd == inset.end() ? inset : inset.until(newEnd));
        });
    }

    /** Joins neighbours that are one still picture, as a cut through it leaves them. */
    static List<Segment> joined(List<Segment> segments) {
        List<Segment> joined = new ArrayList<>();
        for (Segment next : segments) {
            Segment last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && isOneStill((MediaSegment) last, (MediaSegment) next)) {
                MediaSegment whole = ((MediaSegment) last).until(next.end());
                joined.set(joined.size() - 1, whole.withFades(whole.fadeIn(), ((MediaSegment) next).fadeOut()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static boolean isOneStill(MediaSegment last, MediaSegment next) {
        return last.effects().get(Placement.class).isPresent()
                && last.pace().factor() == 0
                && last.end() == next.start()
                && last.mediaId().equals(next.mediaId())
                && last.effects().equals(next.effects());
    }
}
