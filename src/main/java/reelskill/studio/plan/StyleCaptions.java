package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;

/**
 * Changes the look of all captions; what is empty stays. Their words and lines stay as they are.
 *
 * <pre>
 *   | a b c | d e |       | A B C | D E |
 *   |      A      |   →   |      A      |
 * </pre>
 *
 * @param scale their size as a factor; 1 to leave it
 * @param face their letters; empty to leave them
 */
public record StyleCaptions(
        Optional<CaptionStyle> style,
        Optional<TextStyle.Position> position,
        double scale,
        OptionalInt rgb,
        Optional<TextStyle.Face> face)
        implements EditOperation {
    private static final double SMALLEST = 0.03;
    private static final double LARGEST = 0.12;

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<TextSegment> captions = timeline.captions();
        if (captions.isEmpty()) return none(scene);
        List<TextSegment> changed = captions.stream()
                .map(caption -> caption.withStyle(changed(caption.style())))
                .toList();
        return scene.done(
                timeline.withCaptions(changed),
                "Changed the look of all %d captions",
                "已更改全部%d条字幕的样式",
                captions.size());
    }

    static EditResult none(Scene scene) {
        return scene.unchanged("There are no captions yet; say \"add captions\".", "还没有字幕，可以说“加字幕”。");
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return Optional.of(new StyleCaptions(style, position, Math.round(scale * factor * 100) / 100.0, rgb, face));
    }

    @Override
    public Optional<EditOperation> coloured(int other) {
        return Optional.of(new StyleCaptions(style, position, scale, OptionalInt.of(other), face));
    }

    private TextStyle changed(TextStyle before) {
        TextStyle.Position place = position.orElse(before.position());
        TextStyle look = style.map(it -> it.look(place, rgb)
                        .outlined(before.rim())
                        .rising(place == before.position() ? before.rise() : 0))
                .orElse(before.at(place).coloured(rgb.orElse(before.rgb())));
        return look.in(face.orElse(before.face())).sized(Math.min(LARGEST, Math.max(SMALLEST, look.size() * scale)));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveCaptions());
    }
}
