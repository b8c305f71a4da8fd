package reelskill.studio.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import reelskill.studio.timeline.TextStyle.Face;

/**
 * Gives a text other words. {@code which} is empty where there is only one; what is a part of one text alone is changed
 * inside it, and what no title says in the captions.
 *
 * <pre>
 *   | Hello |            | Good bye |
 *   |      A      |  →  |      A      |
 * </pre>
 */
public record ChangeText(Optional<String> which, String words) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Optional<RewordCaptions> captions = which.filter(said -> noTitleSays(scene, said))
                .map(said -> new RewordCaptions(said, words))
                .filter(reworded -> reworded.isSaid(scene));
        if (captions.isPresent()) return captions.get().apply(scene);
        EditResult result = Texts.change(
                scene,
                which.map(part -> Texts.whole(scene, part)),
                text -> Optional.of(text.saying(said(text.text()))),
                text -> scene.say("Title changed: \"%s\" → \"%s\"", "标题已更改：“%s”→“%s”", text.text(), said(text.text())));
        return result.done().isEmpty() ? result : Letterforms.noted(scene, result, words, Face.SANS);
    }

    private static boolean noTitleSays(Scene scene, String said) {
        return scene.timeline().texts().stream()
                .noneMatch(text -> Texts.within(said).matcher(text.text()).find());
    }

    /** Of a text that says more than what is to go, the rest stays. */
    private String said(String text) {
        boolean part = which.isPresent() && !which.get().equalsIgnoreCase(text);
        return part ? Texts.within(which.get()).matcher(text).replaceAll(Matcher.quoteReplacement(words)) : words;
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveText(Optional.empty(), false));
    }
}
