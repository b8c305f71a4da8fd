package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Plays all clips in another order.
 *
 * <pre>
 *   |  A  |  B  |  C  |   →   |  C  |  A  |  B  |
 * </pre>
 *
 * @param order the number of each clip, in the order wanted
 */
public record ArrangeClips(List<Integer> order) implements EditOperation {
    public ArrangeClips {
        order = List.copyOf(order);
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Clips> clips = Clips.of(timeline);
        boolean all = order.size() == clips.size() && order.stream().allMatch(number -> number <= clips.size());
        if (!all) {
            return scene.unchanged(
                    "The timeline has %d clips now, so that order does not fit.",
                    "时间线上现在有%d个片段，无法按这个顺序排列。", clips.size());
        }
        List<MediaSegment> wanted = order.stream()
                .flatMap(number -> clips.get(number - 1).pieces().stream())
                .toList();
        return Orders.changed(scene, wanted);
    }
}
