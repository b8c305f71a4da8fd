package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;

/**
 * Ends the video with words over its last picture, which stands still and darkened behind them.
 *
 * <pre>
 *                   | words |
 *   |   A   |   →   |   A   |▪▪▪▪▪▪▪|
 * </pre>
 *
 * @param text the first line is large, the last of several a button
 */
public record AddEndCard(String text, Duration length, TextStyle style) implements EditOperation {
    static final Duration LENGTH = Duration.ofSeconds(4);

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (EndCards.find(timeline).isPresent())
            return scene.unchanged("There is an end card already; remove it first.", "已经有片尾卡了，请先移除。");
        if (timeline.insets().timeline().clips().isEmpty())
            return scene.unchanged("There is no picture to end with.", "没有可以用来收尾的画面。");
        long end = timeline.duration();
        long frames = Math.max(1, scene.frames(length));
        Timeline held = timeline.frozen(end - 1, frames);
        // What is frozen goes on for the rest of its last frame: the card covers it too.
        long start = held.duration() - frames - 1;
        Timeline after = held.withText(
                text,
                Math.max(0, start),
                held.duration() - Math.max(0, start),
                style,
                AddText.fade(scene, style.motion()));
        EditResult result = scene.done(
                after,
                "End card added: \"%s\" (%s), over the last picture",
                "已添加片尾卡：“%s”（%s），以最后一帧为背景",
                text.replace("\n", " / "),
                Figures.range(scene, start, held.duration()));
        return Letterforms.noted(scene, result, text, style.face());
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveEndCard());
    }

    @Override
    public Optional<EditOperation> lasting(Duration newLength) {
        return Optional.of(new AddEndCard(text, newLength, style));
    }

    @Override
    public Optional<EditOperation> coloured(int rgb) {
        return Optional.of(new AddEndCard(text, length, style.on(OptionalInt.of(rgb))));
    }
}
