package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.TextStyle.Face;

/**
 * Gives a text other words. {@code which} is empty where there is only one.
 *
 * <pre>
 *   | Hello |            | Good bye |
 *   |      A      |  →  |      A      |
 * </pre>
 */
public record ChangeText(Optional<String> which, String words) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        EditResult result = Texts.change(
                scene,
                which,
                text -> Optional.of(text.saying(words)),
                text -> scene.say("Title changed: \"%s\" → \"%s\"", "标题已更改：“%s”→“%s”", text.text(), words));
        return result.done().isEmpty() ? result : Letterforms.noted(scene, result, words, Face.SANS);
    }
}
