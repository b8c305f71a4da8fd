package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * How much of a timeline something is done to.
 *
 * @param clip empty for all clips
 * @param spans times in the clip, or in the whole timeline where none is named; empty for all of it
 */
public record Scope(Optional<ClipRef> clip, List<Span> spans) {
    static final Scope ALL = new Scope(Optional.empty(), List.of());

    public Scope {
        spans = List.copyOf(spans);
    }

    /**
     * The pieces that are meant.
     *
     * @param timeline plays as before; it is split where a piece begins or ends inside a clip
     * @param notes why something that was named is not there
     */
    record Pieces(Timeline timeline, List<MediaSegment> segments, List<String> notes) {}

    Pieces of(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Clips> named = clip.map(ref -> Clips.find(timeline, ref)).orElseGet(List::of);
        if (clip.isPresent() && named.isEmpty())
            return new Pieces(timeline, List.of(), List.of(Clips.missing(scene, clip.get())));
        if (spans.isEmpty()) {
            List<MediaSegment> whole = clip.isEmpty()
                    ? timeline.clips()
                    : named.stream().flatMap(found -> found.pieces().stream()).toList();
            return new Pieces(timeline, whole, List.of());
        }
        List<FrameRange> places = clip.isEmpty()
                ? List.of(new FrameRange(0, timeline.duration()))
                : named.stream().map(Clips::range).toList();
        return within(scene, places);
    }

    private Pieces within(Scene scene, List<FrameRange> places) {
        List<FrameRange> ranges = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (FrameRange place : places) {
            Ranges found = Ranges.of(scene, spans, place.in(), place.duration());
            ranges.addAll(found.inside());
            notes.addAll(found.notes());
        }
        List<Long> edges = ranges.stream()
                .flatMap(range -> List.of(range.in(), range.out()).stream())
                .toList();
        Timeline split = scene.timeline().split(edges);
        List<MediaSegment> inside = split.clips().stream()
                .filter(piece -> ranges.stream().anyMatch(range -> holds(range, piece)))
                .toList();
        // Where nothing is meant, nothing is split.
        return new Pieces(inside.isEmpty() ? scene.timeline() : split, inside, notes);
    }

    /** By its middle: a split keeps out of the way of a transition, so that a piece may begin a little beside its range. */
    private static boolean holds(FrameRange range, MediaSegment piece) {
        long middle = piece.start() + piece.duration() / 2;
        return range.in() <= middle && middle < range.out();
    }
}
