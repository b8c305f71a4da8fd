package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.VolumeChanges.Stretch;

/** The wire form of {@link VolumeChanges}. */
final class VolumeJson {
    private static final int MOST_STRETCHES = 10_000;
    private static final double LOUDEST = 10;

    private VolumeJson() {}

    static void write(VolumeChanges changes, ObjectNode json) {
        var list = json.putArray("stretches");
        for (Stretch stretch : changes.stretches()) {
            list.addObject()
                    .put("in", stretch.time().in().toMillis())
                    .put("out", stretch.time().out().toMillis())
                    .put("factor", stretch.factor());
        }
    }

    static VolumeChanges read(DraftFields json) {
        json.only(Set.of("stretches"));
        List<Stretch> stretches = new ArrayList<>();
        Duration free = Duration.ZERO;
        for (DraftFields stretch : json.list("stretches", MOST_STRETCHES)) {
            stretch.only(Set.of("in", "out", "factor"));
            Duration in = Duration.ofMillis(stretch.millis("in"));
            Duration out = Duration.ofMillis(stretch.millis("out"));
            if (in.compareTo(free) < 0) throw stretch.wrong("in");
            if (out.compareTo(in) <= 0) throw stretch.wrong("out");
            stretches.add(new Stretch(new TimeRange(in, out), stretch.number("factor", 0, LOUDEST)));
            free = out;
        }
        if (stretches.isEmpty()) throw json.wrong("stretches");
        return new VolumeChanges(stretches);
    }
}
