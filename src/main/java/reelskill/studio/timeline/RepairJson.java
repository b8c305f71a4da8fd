package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The wire forms of effects that put right what was measured, and of how a picture comes onto the canvas. */
final class RepairJson {
    private static final Map<String, Fitting.How> HOWS = DraftJson.words(Fitting.How.values());
    private static final int MOST_SPOTS = 50_000;

    private RepairJson() {}

    static void write(Denoise denoise, ObjectNode json) {
        json.put("floor", denoise.floor()).put("reduction", denoise.reduction());
    }

    static Denoise denoise(DraftFields json) {
        json.only(Set.of("floor", "reduction"));
        return new Denoise(json.number("floor", Denoise.QUIETEST, Denoise.LOUDEST), json.number("reduction", 1, 60));
    }

    static void write(Balance balance, ObjectNode json) {
        json.put("red", balance.red())
                .put("green", balance.green())
                .put("blue", balance.blue())
                .put("black", balance.black())
                .put("white", balance.white());
    }

    static Balance balance(DraftFields json) {
        json.only(Set.of("red", "green", "blue", "black", "white"));
        return new Balance(
                json.number("red", 0.5, 2),
                json.number("green", 0.5, 2),
                json.number("blue", 0.5, 2),
                json.number("black", 0, 0.4),
                json.number("white", 0.6, 1));
    }

    static void write(Bars bars, ObjectNode json) {
        json.put("ratio", bars.ratio());
    }

    static Bars bars(DraftFields json) {
        return new Bars(json.only(Set.of("ratio")).number("ratio", 0.2, 5));
    }

    static void write(Steady steady, ObjectNode json) {
        json.put("most", steady.most());
    }

    static Steady steady(DraftFields json) {
        return new Steady(json.only(Set.of("most")).number("most", 0.01, 0.2));
    }

    static void write(Lut lut, ObjectNode json) {
        json.put("media", lut.mediaId()).put("strength", lut.strength());
    }

    static Lut lut(DraftFields json) {
        json.only(Set.of("media", "strength"));
        return new Lut(json.text("media", 200), json.number("strength", 0.01, 1));
    }

    static void write(Fitting fitting, ObjectNode json) {
        json.put("how", DraftJson.word(fitting.how()));
        if (fitting.path().isEmpty()) return;
        ArrayNode path = json.putArray("path");
        for (Fitting.Spot spot : fitting.path()) {
            path.addObject()
                    .put("at", spot.millis())
                    .put("x", spot.x())
                    .put("y", spot.y())
                    .put("jumps", spot.jumps());
        }
    }

    static Fitting fitting(DraftFields json) {
        json.only(Set.of("how", "path"));
        List<Fitting.Spot> path = new ArrayList<>();
        if (json.has("path")) for (DraftFields spot : json.list("path", MOST_SPOTS)) path.add(spot(spot));
        try {
            return new Fitting(json.oneOf("how", HOWS), path);
        } catch (IllegalArgumentException e) {
            throw json.wrong("path");
        }
    }

    private static Fitting.Spot spot(DraftFields json) {
        json.only(Set.of("at", "x", "y", "jumps"));
        return new Fitting.Spot(json.millis("at"), json.number("x", 0, 1), json.number("y", 0, 1), json.yes("jumps"));
    }
}
