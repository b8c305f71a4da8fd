package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Draws a line around the letters of a text or of all captions, or takes it away.
 *
 * <pre>
 *   | Hello |             | [H][e][l][l][o] |
 *   |      A      |   →   |        A        |
 * </pre>
 *
 * @param which the words of the text; empty where there is only one, and for captions
 * @param captions whether all captions are meant, and no text
 * @param rgb its colour; empty for none any more
 */
public record OutlineLetters(Optional<String> which, boolean captions, OptionalInt rgb) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        String outline = rgb.isEmpty()
                ? scene.say("no outline", "无描边")
                : scene.say("outline in %s", "%s描边", ColourNames.name(scene, rgb.getAsInt()));
        if (!captions)
            return Texts.change(
                    scene,
                    which,
                    text -> Optional.of(outlined(text)),
                    text -> scene.say("Title \"%s\" changed: %s", "标题“%s”已更改：%s", text.text(), outline));
        Timeline timeline = scene.timeline();
        List<TextSegment> all = timeline.captions();
        if (all.isEmpty()) return StyleCaptions.none(scene);
        Timeline after = timeline.withCaptions(all.stream().map(this::outlined).toList());
        return scene.done(after, "Captions: %s", "字幕：%s", outline);
    }

    @Override
    public Optional<EditOperation> coloured(int other) {
        return Optional.of(new OutlineLetters(which, captions, OptionalInt.of(other)));
    }

    private TextSegment outlined(TextSegment text) {
        return text.withStyle(text.style().outlined(rgb));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(captions ? new RemoveCaptions() : new RemoveText(which, false));
    }
}
