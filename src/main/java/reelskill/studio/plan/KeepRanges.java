package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Keeps these spans, in the order of the timeline, and removes all other time.
 *
 * <pre>
 *   |  A  |   B   |   →   | A | B |
 *      ^^^   ^^^
 * </pre>
 */
public record KeepRanges(List<Span> spans) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Ranges ranges = Ranges.of(scene, spans, 0, timeline.duration());
        return keep(scene, ranges).but(ranges.notes());
    }

    /** The first or last so and so many seconds can be another number of them. */
    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return new RemoveRanges(spans, Optional.empty())
                .lasting(length)
                .map(other -> new KeepRanges(((RemoveRanges) other).spans()));
    }

    private static EditResult keep(Scene scene, Ranges ranges) {
        Timeline timeline = scene.timeline();
        long sum = FrameRange.sum(ranges.inside());
        if (sum == 0) return EditResult.nothing(timeline);
        if (sum == timeline.duration()) {
            return scene.already("That is the whole video already; nothing was removed.", "这已经是整个视频，没有删除任何内容。");
        }
        return scene.done(
                timeline.keep(ranges.inside()),
                "Kept %s; removed the other %s",
                "已保留%s，删除了其余%s",
                ranges.told(scene),
                Figures.length(scene, timeline.duration() - sum));
    }
}
