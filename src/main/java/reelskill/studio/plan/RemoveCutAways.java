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
 *
 * @param name of the one file that is meant; empty for all
 */
public record RemoveCutAways(Optional<String> name) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Timeline after = timeline.insets()
                .changed(inset -> CutAway.isCutAway(inset)
                                && name.filter(it -> !it.equals(inset.name())).isEmpty()
                        ? Optional.empty()
                        : Optional.of(inset));
        if (after.equals(timeline)) return scene.unchanged("Nothing fills the picture in its place.", "没有占满画面的素材。");
        return name.isEmpty()
                ? scene.done(after, "The video is seen everywhere again", "已恢复原来的画面")
                : scene.done(
                        after,
                        "The video is seen again where \"%s\" filled the picture; the file stays in the library",
                        "“%s”不再占满画面，素材仍在素材库中",
                        name.get());
    }
}
