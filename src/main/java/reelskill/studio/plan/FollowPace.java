package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.studio.plan.MoveClip.Place;

/**
 * What goes on with the last change of a clip and says no clip: "a bit faster" behind its speed, "make the freeze 4 seconds",
 * "no, to the end" behind where it went.
 */
final class FollowPace {
    private static final Set<String> PACE = Clause.concepts("FASTER SLOWER SLIGHTLY MORE CHANGE");
    private static final Set<String> FREEZE = Clause.concepts("FREEZE FRAME TIME CHANGE FOR TO LONG INSTEAD NOT");
    private static final Set<String> PLACE = Clause.concepts("NOT INSTEAD TO AT FRONT BACK START END PUT MOVE");
    private static final double STEP = 1.25;

    private FollowPace() {}

    static Optional<Reading> read(Clause clause) {
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.empty();
        EditOperation done = last.get(last.size() - 1);
        return pace(clause, done)
                .or(() -> freeze(clause, done))
                .or(() -> place(clause, done))
                .map(changed -> {
                    List<EditOperation> all = new ArrayList<>(last.subList(0, last.size() - 1));
                    all.add(changed);
                    return Reading.instead(all);
                });
    }

    /** Of the whole video it is no other wish than that by itself. */
    private static Optional<EditOperation> pace(Clause clause, EditOperation done) {
        boolean more = clause.has("SLIGHTLY") && clause.has("FASTER") != clause.has("SLOWER") && clause.isMadeOf(PACE);
        if (!more || !(done instanceof SetSpeed speed) || speed.target().equals(Target.ALL)) return Optional.empty();
        double step = clause.has("FASTER") ? STEP : 1 / STEP;
        double amount =
                Math.max(SetSpeed.SLOWEST, Math.min(SetSpeed.FASTEST, Math.round(speed.amount() * step * 100) / 100.0));
        return Optional.of(new SetSpeed(amount, speed.factor(), speed.target()));
    }

    private static Optional<EditOperation> freeze(Clause clause, EditOperation done) {
        boolean about = clause.has("FREEZE") && clause.has("CHANGE") && clause.isMadeOf(FREEZE);
        return about && done instanceof FreezeFrame ? clause.time().flatMap(done::lasting) : Optional.empty();
    }

    private static Optional<EditOperation> place(Clause clause, EditOperation done) {
        boolean front = clause.hasAny("FRONT", "START");
        boolean about =
                clause.hasAny("NOT", "INSTEAD") && front != clause.hasAny("BACK", "END") && clause.isMadeOf(PLACE);
        if (!about || !(done instanceof MoveClip move) || move.other().isPresent()) return Optional.empty();
        return Optional.of(new MoveClip(move.clip(), front ? Place.BEFORE : Place.AFTER, Optional.empty()));
    }
}
