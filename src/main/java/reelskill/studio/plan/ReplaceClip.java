package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Plays one clip in the place of another, which goes. It does not play where it played before.
 *
 * <pre>
 *   |  A  |  B  |  C  |   →   |  C  |  B  |
 * </pre>
 */
public record ReplaceClip(ClipRef gone, ClipRef instead) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        for (ClipRef ref : List.of(gone, instead)) {
            if (Clips.find(timeline, ref).size() != 1) return EditResult.unchanged(timeline, Clips.missing(scene, ref));
        }
        Clips out = Clips.find(timeline, gone).get(0);
        Clips in = Clips.find(timeline, instead).get(0);
        if (out.number() == in.number()) {
            return scene.unchanged("A clip cannot take its own place.", "不能用同一个片段替换它自己。");
        }
        Timeline after = timeline.arrange(Orders.withCards(timeline, order(timeline, out, in)));
        return scene.done(
                after, "Removed %s; %s plays in its place", "已删除%s；由%s代替它播放", out.told(scene), in.told(scene));
    }

    private static List<MediaSegment> order(Timeline timeline, Clips out, Clips in) {
        List<MediaSegment> order = new ArrayList<>();
        for (Clips clip : Clips.of(timeline)) {
            if (clip.number() == out.number()) order.addAll(in.pieces());
            else if (clip.number() != in.number()) order.addAll(clip.pieces());
        }
        return order;
    }
}
