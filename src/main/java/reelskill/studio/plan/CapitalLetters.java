package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reelskill.studio.timeline.TextSegment;

/**
 * Writes a text or all captions in capital letters. Captions still follow their words through cuts.
 *
 * <pre>
 *   | Hello |          | HELLO |
 *   |     A     |  →   |     A     |
 * </pre>
 *
 * @param captions whether all captions are meant, and no text
 * @param which the words of the text; empty where there is only one, and for captions
 */
public record CapitalLetters(boolean captions, Optional<String> which) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        EditResult result = captions
                ? ofCaptions(scene)
                : Texts.change(
                        scene,
                        which,
                        text -> Optional.of(text.saying(of(text.text()))),
                        text -> scene.say("Title in capitals: \"%s\"", "标题已改为大写：“%s”", of(text.text())));
        boolean same = !result.done().isEmpty() && result.after().equals(scene.timeline());
        return same ? scene.already("There are no small letters in it.", "其中没有小写字母。") : result;
    }

    private static EditResult ofCaptions(Scene scene) {
        List<TextSegment> captions = scene.timeline().captions();
        if (captions.isEmpty()) return StyleCaptions.none(scene);
        return scene.done(
                scene.timeline()
                        .withCaptions(captions.stream()
                                .map(caption -> caption.saying(of(caption.text())))
                                .toList()),
                "All %d captions are in capitals",
                "全部%d条字幕已改为大写",
                captions.size());
    }

    static String of(String words) {
        return words.toUpperCase(Locale.ROOT);
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(captions ? new RemoveCaptions() : new RemoveText(which.map(CapitalLetters::of), false));
    }
}
