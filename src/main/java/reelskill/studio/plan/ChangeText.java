package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle.Face;

/**
 * Gives a text other words. {@code which} is empty where there is only one; what is a part of one text alone is changed
 * inside it.
 *
 * <pre>
 *   | Hello |            | Good bye |
 *   |      A      |  →  |      A      |
 * </pre>
 */
public record ChangeText(Optional<String> which, String words) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Optional<String> whole = which.map(part -> around(scene, part));
        EditResult result = Texts.change(
                scene,
                whole,
                text -> Optional.of(text.saying(said(text.text()))),
                text -> scene.say("Title changed: \"%s\" → \"%s\"", "标题已更改：“%s”→“%s”", text.text(), said(text.text())));
        return result.done().isEmpty() ? result : Letterforms.noted(scene, result, words, Face.SANS);
    }

    /** Returns the one text in which {@code part} is said; itself where it is a whole one, or where nobody can tell. */
    private static String around(Scene scene, String part) {
        List<String> all =
                scene.timeline().texts().stream().map(TextSegment::text).toList();
        List<String> holding = all.stream().filter(text -> text.contains(part)).toList();
        boolean whole = all.stream().anyMatch(text -> text.equalsIgnoreCase(part));
        return whole || holding.size() != 1 ? part : holding.get(0);
    }

    /** 把标题里的“周末”改成“假期”: the rest of it stays. */
    private String said(String text) {
        boolean whole = which.isEmpty() || text.equalsIgnoreCase(which.get());
        return whole ? words : text.replace(which.get(), words);
    }
}
