package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Splits the clips at these moments; what plays stays the same.
 *
 * <pre>
 *   |      A      |   →   |  A  |   A   |
 *         ^
 * </pre>
 *
 * @param within the clip in whose own time the moments are meant; empty for the whole timeline
 */
public record SplitAt(List<Moment> moments, Optional<ClipRef> within) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return Clips.within(scene, within, place -> split(scene, place));
    }

    /** "move clip 2 to the end and split it in half": in the own time of that clip. */
    @Override
    public Optional<EditOperation> on(Target other) {
        boolean one =
                within.isEmpty() && other.clips().size() == 1 && other.spans().isEmpty();
        return one ? Optional.of(new SplitAt(moments, Optional.of(other.clips().get(0)))) : Optional.empty();
    }

    private EditResult split(Scene scene, FrameRange place) {
        Timeline timeline = scene.timeline();
        List<Long> frames = moments.stream()
                .map(moment -> place.in() + moment.frame(timeline, place.duration()))
                .toList();
        List<Long> inside = frames.stream()
                .filter(frame -> frame > place.in() && frame < place.out())
                .toList();
        Timeline after = timeline.split(inside);
        int cuts = after.clips().size() - timeline.clips().size();
        String places = String.join(
                ", ", inside.stream().map(frame -> Figures.moment(scene, frame)).toList());
        int clips = Clips.of(after).size();
        boolean counted = clips > Clips.of(timeline).size();
        EditResult result = cuts > 0
                ? counted
                        ? scene.done(after, "Split at %s: now %d clips", "已在%s处分割，现在共%d个片段", places, clips)
                        : scene.done(after, "Split at %s; the clips keep their numbers", "已在%s处分割，片段编号不变", places)
                : scene.unchanged("There was nothing to split there.", "那里没有可以分割的内容。");
        return inside.size() == frames.size() || cuts == 0
                ? result
                : result.but(scene.say(
                        "There are only %s; a moment outside of them was left out.",
                        "总长只有%s，超出的时间点已忽略。", Figures.length(scene, place.duration())));
    }
}
