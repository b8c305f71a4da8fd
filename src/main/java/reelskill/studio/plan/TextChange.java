package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.timeline.TextStyle.Motion;
import reelskill.studio.timeline.TextStyle.Position;

/**
 * What becomes different about the look of a text; what is empty stays.
 *
 * @param scale its size as a factor; 1 to leave it
 * @param plate the colour of the box behind it; empty inside for no box any more
 */
public record TextChange(
        Optional<Position> position,
        double scale,
        OptionalInt rgb,
        Optional<OptionalInt> plate,
        Optional<Face> face,
        Optional<Motion> motion) {
    private static final double SMALLEST = 0.03;
    private static final double LARGEST = 0.25;

    TextStyle of(TextStyle style) {
        double size = scale == 1 ? style.size() : Math.min(LARGEST, Math.max(SMALLEST, style.size() * scale));
        return style.at(position.orElse(style.position()))
                .sized(size)
                .coloured(rgb.orElse(style.rgb()))
                .on(plate.orElse(style.plate()))
                .in(face.orElse(style.face()))
                .moving(motion.orElse(style.motion()));
    }

    TextChange scaled(double newScale) {
        return new TextChange(position, Math.round(newScale * 100) / 100.0, rgb, plate, face, motion);
    }

    TextChange coloured(int newRgb) {
        return new TextChange(position, scale, OptionalInt.of(newRgb), plate, face, motion);
    }

    boolean isNothing() {
        return of(TextStyle.TITLE).equals(TextStyle.TITLE)
                && position.isEmpty()
                && rgb.isEmpty()
                && plate.isEmpty()
                && face.isEmpty()
                && motion.isEmpty();
    }

    String told(Scene scene) {
        List<String> told = new ArrayList<>();
        if (scale != 1) told.add(scene.say("size × %s", "大小×%s", Figures.factor(scale)));
        position.ifPresent(it -> told.add(scene.say("position %s", "位置%s", TextLooks.name(it, scene.language()))));
        rgb.ifPresent(it -> told.add(scene.say("colour %s", "颜色%s", ColourNames.name(scene, it))));
        plate.ifPresent(it -> told.add(
                it.isEmpty()
                        ? scene.say("no box", "无底框")
                        : scene.say("on a box of %s", "%s底框", ColourNames.name(scene, it.getAsInt()))));
        face.ifPresent(it -> told.add(
                switch (it) {
                    case SANS -> scene.say("plain letters", "常规字体");
                    case ITALIC -> scene.say("italic", "斜体");
                    case SERIF -> scene.say("letters with serifs", "衬线字体");
                }));
        motion.ifPresent(it -> told.add(
                switch (it) {
                    case FADE -> scene.say("fades in", "淡入");
                    case SLIDE -> scene.say("slides in", "滑入");
                    case TYPE -> scene.say("types itself", "逐字出现");
                    case CUT -> scene.say("appears at once", "直接出现");
                }));
        return String.join(scene.say(", ", "，"), told);
    }
}
