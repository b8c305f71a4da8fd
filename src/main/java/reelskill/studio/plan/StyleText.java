package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Motion;

/**
 * Changes the look of a text, and how it comes and goes; what is empty stays.
 *
 * <pre>
 *   | Hello |             | HELLO |
 *   |      A      |   →   |      A      |
 * </pre>
 */
public record StyleText(Optional<String> which, TextChange change) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        EditResult result = Texts.change(
                scene,
                which,
                text -> Optional.of(changed(scene, text)),
                text -> scene.say("Title \"%s\" changed: %s", "标题“%s”已更改：%s", text.text(), change.told(scene)));
        return change.face().isEmpty() || result.done().isEmpty()
                ? result
                : Letterforms.noted(scene, result, "", change.face().get());
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        return change.scale() == 1
                ? Optional.empty()
                : Optional.of(new StyleText(which, change.scaled(Math.pow(change.scale(), factor))));
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return Optional.of(new StyleText(which, change.scaled(change.scale() * factor)));
    }

    @Override
    public Optional<EditOperation> coloured(int rgb) {
        return Optional.of(new StyleText(which, change.coloured(rgb)));
    }

    private TextSegment changed(Scene scene, TextSegment text) {
        TextStyle style = change.of(text.style());
        if (change.motion().isEmpty()) return text.withStyle(style);
        Motion motion = change.motion().get();
        return text.withStyle(style).fading(Math.min(AddText.fade(scene, motion), text.duration() / 2));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveText(which, false));
    }
}
