package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** What is told about clips in a new order. */
final class Orders {
    private Orders() {}

    static EditResult changed(Scene scene, List<MediaSegment> order) {
        if (order.equals(scene.timeline().clips())) {
            return scene.already("The clips are in that order already.", "片段已经是这个顺序。");
        }
        Timeline after = scene.timeline().arrange(order);
        Scene now = scene.at(after);
        List<String> clips =
                Clips.of(after).stream().map(clip -> clip.told(now)).toList();
        String told = clips.size() <= 6 ? String.join(", ", clips) : clips.get(0) + ", …";
        return scene.done(after, "New order: %s", "新的顺序：%s", told);
    }
}
