package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/**
 * Takes all captions off the picture.
 *
 * <pre>
 *   | a b c | d e |
 *   |      A      |   →   |      A      |
 * </pre>
 */
public record RemoveCaptions() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        int count = timeline.captions().size();
        if (count == 0) return scene.unchanged("There are no captions on the video.", "视频上没有字幕。");
        return scene.done(timeline.withCaptions(List.of()), "Removed all %d captions", "已删除全部%d条字幕", count);
    }
}
