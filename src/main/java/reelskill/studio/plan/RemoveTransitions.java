package reelskill.studio.plan;

import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Transition;

/**
 * Makes every cut plain again.
 *
 * <pre>
 *   |  A  ><  B  |   →   |   A   |   B   |
 * </pre>
 */
public record RemoveTransitions() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        long count = timeline.clips().stream()
                .filter(clip -> !clip.transition().isCut())
                .count();
        if (count == 0) return scene.unchanged("There are no transitions to remove.", "没有可以删除的转场。");
        Timeline after = timeline.withEachMedia(clip -> clip.withTransition(Transition.CUT));
        return scene.done(after, count == 1 ? "Removed 1 transition" : "Removed %d transitions", "删除了%d个转场", count);
    }
}
