package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import reelskill.media.Resolution;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;

/**
 * Moves a text or all captions up or down.
 *
 * <pre>
 *   |             |       |    Hello    |
 *   |    Hello    |   →   |             |
 * </pre>
 *
 * @param which the words of the text; empty where there is only one, and for captions
 * @param captions whether all captions are meant, and no text
 * @param by how far up, as a share of the picture's height; negative for down; empty for captions to the middle
 */
public record RaiseText(Optional<String> which, boolean captions, OptionalDouble by) implements EditOperation {
    /** From where captions stand at the bottom; those of an upright picture stand higher. */
    private static final double MIDDLE = 0.4;

    private static final double MIDDLE_UPRIGHT = 0.24;

    @Override
    public EditResult apply(Scene scene) {
        String way = by.isEmpty()
                ? scene.say("moved to the middle", "移到中间")
                : by.getAsDouble() > 0
                        ? scene.say("moved up by %s of the height", "上移画面高度的%s", share())
                        : scene.say("moved down by %s of the height", "下移画面高度的%s", share());
        Resolution canvas = scene.timeline().canvas();
        if (!captions)
            return Texts.change(
                    scene,
                    which,
                    text -> Optional.of(text.withStyle(raised(text.style(), canvas))),
                    text -> scene.say("Title \"%s\" %s", "标题“%s”已%s", text.text(), way));
        Timeline timeline = scene.timeline();
        List<TextSegment> all = timeline.captions();
        if (all.isEmpty()) return StyleCaptions.none(scene);
        Timeline after = timeline.withCaptions(all.stream()
                .map(text -> text.withStyle(raised(text.style(), canvas)))
                .toList());
        return scene.done(after, "Captions %s", "字幕已%s", way);
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(new RaiseText(
                        which, captions, OptionalDouble.of(Math.round(by.getAsDouble() * factor * 100) / 100.0)));
    }

    private String share() {
        return Figures.percent(Math.abs(by.getAsDouble()));
    }

    private TextStyle raised(TextStyle style, Resolution canvas) {
        if (by.isPresent()) return style.rising(style.rise() + by.getAsDouble());
        boolean upright = canvas.height() > canvas.width();
        return style.at(TextStyle.Position.CAPTION).rising(upright ? MIDDLE_UPRIGHT : MIDDLE);
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(captions ? new RemoveCaptions() : new RemoveText(which, false));
    }
}
