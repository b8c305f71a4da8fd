package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.TextStyle;

/**
 * Changes the look of a text; what is empty stays.
 *
 * @param scale its size as a factor; 1 to leave it
 */
public record StyleText(Optional<String> which, Optional<TextStyle.Position> position, double scale, OptionalInt rgb)
        implements EditOperation {
    private static final double SMALLEST = 0.03;
    private static final double LARGEST = 0.25;

    @Override
    public EditResult apply(Scene scene) {
        return Texts.change(
                scene,
                which,
                text -> Optional.of(text.withStyle(changed(text.style()))),
                text -> scene.say("Title \"%s\" changed: %s", "标题“%s”已更改：%s", text.text(), told(scene)));
    }

    private TextStyle changed(TextStyle style) {
        double size = Math.min(LARGEST, Math.max(SMALLEST, style.size() * scale));
        return new TextStyle(position.orElse(style.position()), size, rgb.orElse(style.rgb()), style.box());
    }

    private String told(Scene scene) {
        StringBuilder told = new StringBuilder();
        if (scale != 1) told.append(scene.say("size × %s ", "大小×%s ", scale));
        position.ifPresent(it -> told.append(scene.say("position %s ", "位置%s ", TextLooks.name(it, scene.language()))));
        rgb.ifPresent(it -> told.append(scene.say("colour #%06x", "颜色#%06x", it)));
        return told.toString().strip();
    }
}
