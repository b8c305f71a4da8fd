package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.Timeline;

/**
 * Shows the video again where other files fill the picture; these stay in the library.
 *
 * <pre>
 *   | B |
 *   |   A   |   →   |   A   |
 * </pre>
 */
public record RemoveCutAways() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Timeline after =
                timeline.insets().changed(inset -> CutAway.isCutAway(inset) ? Optional.empty() : Optional.of(inset));
        return after.equals(timeline)
                ? scene.unchanged("Nothing fills the picture in its place.", "没有占满画面的素材。")
                : scene.done(after, "The video is seen everywhere again", "已恢复原来的画面");
    }
}
