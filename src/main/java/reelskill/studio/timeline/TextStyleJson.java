package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.timeline.TextStyle.Motion;
import reelskill.studio.timeline.TextStyle.Position;

/** The wire form of how words look. What is as most titles have it is not written. */
final class TextStyleJson {
    private static final Map<String, Position> POSITIONS = DraftJson.words(Position.values());
    private static final Map<String, Face> FACES = DraftJson.words(Face.values());
    private static final Map<String, Motion> MOTIONS = DraftJson.words(Motion.values());

    private TextStyleJson() {}

    static void write(TextStyle style, ObjectNode json) {
        json.put("position", DraftJson.word(style.position()))
                .put("size", style.size())
                .put("color", DraftJson.hex(style.rgb()))
                .put("box", style.box());
        if (style.plate().orElse(TextStyle.DARK) != TextStyle.DARK)
            json.put("boxColor", DraftJson.hex(style.plate().getAsInt()));
        if (style.face() != Face.SANS) json.put("font", DraftJson.word(style.face()));
        if (style.motion() != Motion.FADE) json.put("motion", DraftJson.word(style.motion()));
        style.rim().ifPresent(rgb -> json.put("outline", DraftJson.hex(rgb)));
        if (style.rise() != 0) json.put("rise", style.rise());
    }

    static TextStyle read(DraftFields json) {
        json.only(Set.of("position", "size", "color", "box", "boxColor", "font", "motion", "outline", "rise"));
        return new TextStyle(
                json.oneOf("position", POSITIONS),
                json.number("size", 0.02, 0.3),
                json.color("color"),
                plate(json),
                json.has("font") ? json.oneOf("font", FACES) : Face.SANS,
                json.has("motion") ? json.oneOf("motion", MOTIONS) : Motion.FADE,
                json.has("outline") ? OptionalInt.of(json.color("outline")) : OptionalInt.empty(),
                json.has("rise") ? json.number("rise", -0.9, 0.9) : 0);
    }

    private static OptionalInt plate(DraftFields json) {
        if (!json.yes("box")) {
            if (json.has("boxColor")) throw json.wrong("boxColor");
            return OptionalInt.empty();
        }
        return OptionalInt.of(json.has("boxColor") ? json.color("boxColor") : TextStyle.DARK);
    }
}
