package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import reelskill.media.FrameRate;

/** The wire forms of what frames the picture. */
final class FramingJson {
    private FramingJson() {}

    static void write(Framing framing, ObjectNode json) {
        json.put("turns", framing.quarterTurns()).put("mirrored", framing.mirrored());
        write(framing.window(), json.putObject("window"));
    }

    static Framing framing(DraftFields json) {
        json.only(Set.of("turns", "mirrored", "window"));
        return new Framing((int) json.whole("turns", 0, 3), json.yes("mirrored"), box(json, "window"));
    }

    static void write(Zoom zoom, FrameRate rate, ObjectNode json) {
        json.put("from", zoom.from())
                .put("to", zoom.to())
                .put("x", zoom.x())
                .put("y", zoom.y())
                .put("first", rate.millis(zoom.first()))
                .put("last", rate.millis(zoom.last()));
    }

    static Zoom zoom(DraftFields json, FrameRate rate) {
        json.only(Set.of("from", "to", "x", "y", "first", "last"));
        long first = json.frame("first", rate);
        long last = json.frame("last", rate);
        if (last <= first) throw json.wrong("last");
        return new Zoom(
                json.number("from", 1, Zoom.LARGEST),
                json.number("to", 1, Zoom.LARGEST),
                json.number("x", 0, 1),
                json.number("y", 0, 1),
                first,
                last);
    }

    static void write(Box box, ObjectNode json) {
        json.put("left", box.left())
                .put("top", box.top())
                .put("width", box.width())
                .put("height", box.height());
    }

    static Box box(DraftFields parent, String key) {
        DraftFields json = parent.object(key).only(Set.of("left", "top", "width", "height"));
        try {
            return new Box(
                    json.number("left", 0, 1),
                    json.number("top", 0, 1),
                    json.number("width", 0, 1),
                    json.number("height", 0, 1));
        } catch (IllegalArgumentException e) {
            throw parent.wrong(key);
        }
    }
}
