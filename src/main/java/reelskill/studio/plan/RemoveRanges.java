package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Removes time and closes the gaps. All spans mean the timeline as it is before the first of them goes.
 *
 * <pre>
 *   |  A  |   B   |   →   |  A |  B |
 *        ^^^
 * </pre>
 *
 * @param within the clip in whose own time the spans are meant; empty for the whole timeline
 */
public record RemoveRanges(List<Span> spans, Optional<ClipRef> within) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return Clips.within(scene, within, place -> {
            Ranges ranges = Ranges.of(scene, spans, place.in(), place.duration());
            return remove(scene, ranges).but(ranges.notes());
        });
    }

    /** The same time of another clip; time of the whole video is none of a clip. */
    @Override
    public Optional<EditOperation> on(Target other) {
        boolean one =
                within.isPresent() && other.clips().size() == 1 && other.spans().isEmpty();
        return one
                ? Optional.of(new RemoveRanges(spans, Optional.of(other.clips().get(0))))
                : Optional.empty();
    }

    /** The first or last so and so many seconds can be another number of them. */
    @Override
    public Optional<EditOperation> lasting(Duration length) {
        if (spans.size() != 1) return Optional.empty();
        boolean first = spans.get(0).edge(true).isPresent();
        boolean last = spans.get(0).edge(false).isPresent();
        if (first == last) return Optional.empty();
        return Optional.of(new RemoveRanges(List.of(first ? Span.first(length) : Span.last(length)), within));
    }

    private static EditResult remove(Scene scene, Ranges ranges) {
        Timeline timeline = scene.timeline();
        long sum = FrameRange.sum(ranges.inside());
        if (sum == 0) return EditResult.nothing(timeline);
        if (sum >= timeline.duration()) {
            return scene.unchanged(
                    "That would remove the whole video, so nothing was removed.", "这样会删掉整个视频，所以没有删除任何内容。");
        }
        Timeline after = timeline.remove(ranges.inside());
        return scene.done(
                after,
                "Removed %s (%s); %s remain",
                "已删除%s（共%s），剩余%s",
                ranges.told(scene),
                Figures.length(scene, sum),
                Figures.length(scene, after.duration()));
    }
}
