package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Takes pictures off the video; their files stay in the library.
 *
 * <pre>
 *   |  L  |
 *   |      A      |   →   |      A      |
 * </pre>
 *
 * @param all whether all that are meant go; otherwise there must be only one
 */
public record RemoveInset(InsetRef which, boolean all) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<MediaSegment> meant = which.in(timeline);
        if (meant.isEmpty()) return EditResult.unchanged(timeline, which.missing(scene));
        List<String> names = meant.stream().map(MediaSegment::name).distinct().toList();
        if (names.size() > 1 && !all) {
            return scene.unchanged(
                    "There are %d pictures over the video (%s): say which one, by its name, or \"all\".",
                    "视频上叠加了%d个画面（%s）：请用文件名说明是哪一个，或说“全部”。",
                    names.size(),
                    scene.language().list(names));
        }
        return scene.done(
                timeline.insets().changed(inset -> meant.contains(inset) ? Optional.empty() : Optional.of(inset)),
                "Taken off the video: %s",
                "已从视频上移除：%s",
                scene.language().list(names));
    }
}
