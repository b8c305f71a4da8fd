package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/**
 * Takes away all music that was added.
 *
 * <pre>
 *   |      A      |   →   |      A      |
 *   |~~ music ~~~~|
 * </pre>
 */
public record RemoveMusic() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (timeline.music().isEmpty()) return EditResult.unchanged(timeline, none(scene));
        return scene.done(timeline.withMusic(List.of()), "Music removed", "已移除音乐");
    }

    /** Music inside a recording is not on the timeline. */
    static String none(Scene scene) {
        return scene.say(
                "There is no added music on the timeline; music inside a recording cannot be separated from it.",
                "时间线上没有添加过音乐；录音中自带的音乐无法分离。");
    }
}
