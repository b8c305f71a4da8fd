package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import reelskill.media.FrameRate;

/** The wire form of {@link Pace}: a speed, one with the moment from which it plays backwards, or the moment of a freeze. */
final class PaceJson {
    private PaceJson() {}

    static void write(Pace pace, FrameRate rate, ObjectNode json) {
        if (pace instanceof Pace.Speed speed) json.put("speed", speed.factor());
        if (pace instanceof Pace.Backwards back)
            json.put("speed", back.factor()).put("backwards", rate.millis(back.end()));
        if (pace instanceof Pace.Freeze freeze) json.put("freeze", rate.millis(freeze.frame()));
    }

    static Pace read(DraftFields json, FrameRate rate) {
        if (json.has("freeze"))
            return new Pace.Freeze(json.only(Set.of("freeze")).frame("freeze", rate));
        double factor = json.only(Set.of("speed", "backwards")).number("speed", Pace.SLOWEST, Pace.FASTEST);
        if (!json.has("backwards")) return new Pace.Speed(factor);
        long end = json.frame("backwards", rate);
        if (end < 1) throw json.wrong("backwards");
        return new Pace.Backwards(factor, end);
    }
}
