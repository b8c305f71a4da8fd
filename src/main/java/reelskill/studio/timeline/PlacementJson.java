package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import reelskill.studio.timeline.Placement.Inset;
import reelskill.studio.timeline.Placement.Outline;
import reelskill.studio.timeline.Placement.Panel;

/** The wire form of a placement: an inset, or the panel that it fills. */
final class PlacementJson {
    private static final Map<String, Outline.Shape> SHAPES = DraftJson.words(Outline.Shape.values());

    private PlacementJson() {}

    static void write(Placement placement, ObjectNode json) {
        if (placement instanceof Panel panel) {
            FramingJson.write(panel.box(), json.putObject("panel"));
            return;
        }
        Inset inset = (Inset) placement;
        json.put("x", inset.x())
                .put("y", inset.y())
                .put("size", inset.size())
                .put("opacity", inset.opacity())
                .put("shape", DraftJson.word(inset.outline().shape()));
        inset.outline().border().ifPresent(rgb -> json.put("border", DraftJson.hex(rgb)));
    }

    static Placement read(DraftFields json) {
        if (json.has("panel")) return new Panel(FramingJson.box(json.only(Set.of("panel")), "panel"));
        json.only(Set.of("x", "y", "size", "opacity", "shape", "border"));
        OptionalInt border = json.has("border") ? OptionalInt.of(json.color("border")) : OptionalInt.empty();
        return new Inset(
                json.number("x", 0, 1),
                json.number("y", 0, 1),
                json.number("size", Inset.SMALLEST, Inset.LARGEST),
                json.number("opacity", Inset.FAINTEST, 1),
                new Outline(json.oneOf("shape", SHAPES), border));
    }
}
