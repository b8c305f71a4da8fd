package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** The wire form of a backdrop: one key, which says what kind it is. */
final class BackdropJson {
    private static final Map<String, Backdrop.Place> PLACES = DraftJson.words(Backdrop.Place.values());
    private static final Map<String, Backdrop.Strength> STRENGTHS = DraftJson.words(Backdrop.Strength.values());

    private BackdropJson() {}

    static void write(Backdrop backdrop, ObjectNode json) {
        if (backdrop instanceof Backdrop.Room room) json.put("room", DraftJson.word(room.place()));
        if (backdrop instanceof Backdrop.Colour colour) json.put("color", DraftJson.hex(colour.rgb()));
        if (backdrop instanceof Backdrop.Blur blur) json.put("blur", DraftJson.word(blur.strength()));
        if (backdrop instanceof Backdrop.Picture picture) json.put("picture", picture.mediaId());
        if (backdrop instanceof Backdrop.Transparent) json.put("transparent", true);
    }

    static Backdrop read(DraftFields json) {
        if (json.has("room")) return new Backdrop.Room(json.only(Set.of("room")).oneOf("room", PLACES));
        if (json.has("color"))
            return new Backdrop.Colour(json.only(Set.of("color")).color("color"));
        if (json.has("blur")) return new Backdrop.Blur(json.only(Set.of("blur")).oneOf("blur", STRENGTHS));
        if (json.has("transparent")) {
            if (!json.only(Set.of("transparent")).yes("transparent")) throw json.wrong("transparent");
            return new Backdrop.Transparent();
        }
        return new Backdrop.Picture(json.only(Set.of("picture")).text("picture", 200));
    }
}
