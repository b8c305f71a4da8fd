package reelskill.studio.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle.Face;

/**
 * Writes other words in the captions wherever these are: what was recognized may be wrong. When they stand does not change.
 *
 * <pre>
 *   | weekly status, septate |   →   | weekly status update |
 *   |           A            |       |          A           |
 * </pre>
 */
public record RewordCaptions(String said, String words) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        List<TextSegment> captions = scene.timeline().captions();
        if (captions.isEmpty()) return scene.unchanged("There are no captions yet.", "还没有字幕。");
        long found = captions.stream().filter(this::holds).count();
        if (found == 0) return scene.unchanged("No caption says \"%s\".", "字幕里没有“%s”。", said);
        EditResult result = scene.done(
                scene.timeline()
                        .withCaptions(captions.stream()
                                .map(caption -> caption.saying(
                                        pattern().matcher(caption.text()).replaceAll(Matcher.quoteReplacement(words))))
                                .toList()),
                found == 1 ? "Captions changed: \"%s\" → \"%s\"" : "Captions changed: \"%s\" → \"%s\", in %d of them",
                found == 1 ? "字幕已更改：“%s”→“%s”" : "字幕已更改：“%s”→“%s”，共%d处",
                said,
                words,
                found);
        return Letterforms.noted(scene, result, words, Face.SANS);
    }

    private boolean holds(TextSegment caption) {
        return pattern().matcher(caption.text()).find();
    }

    /** Returns whether any caption of the scene says it. */
    boolean isSaid(Scene scene) {
        return scene.timeline().captions().stream().anyMatch(this::holds);
    }

    private Pattern pattern() {
        return Texts.within(said);
    }
}
