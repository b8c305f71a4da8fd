package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.TextSegment;

/**
 * Takes texts off the video.
 *
 * <pre>
 *   | Hello |
 *   |      A      |   →   |      A      |
 * </pre>
 *
 * @param which the words of the one meant; empty where there is only one
 * @param all whether every text goes
 */
public record RemoveText(Optional<String> which, boolean all) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return Texts.leavingCards(scene, removed(scene));
    }

    private EditResult removed(Scene scene) {
        List<TextSegment> texts = scene.timeline().texts();
        if (all && texts.size() > 1) {
            return scene.done(
                    scene.timeline().withEachText(text -> text.isCaption() ? Optional.of(text) : Optional.empty()),
                    "Removed all %d texts: %s",
                    "已删除全部%d处文字：%s",
                    texts.size(),
                    Texts.names(scene, texts));
        }
        return Texts.change(
                scene,
                which,
                text -> Optional.empty(),
                text -> scene.say("Title removed: \"%s\"", "已删除标题：“%s”", text.text()));
    }
}
