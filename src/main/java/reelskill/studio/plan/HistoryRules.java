package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;

/** "undo", "undo the last two changes", "redo", "撤销". */
final class HistoryRules {
    private static final Set<String> WORDS = Clause.concepts("UNDO REDO STEP ORDINAL NUMBER VIDEO CHANGE PART");
    private static final int MOST_STEPS = 50;

    private HistoryRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean undo = clause.has("UNDO");
        if (undo == clause.has("REDO") || !clause.isMadeOf(WORDS)) return Optional.empty();
        double steps = clause.one(Token.NUMBER, Double.class).orElse(1.0);
        if (steps < 1 || steps > MOST_STEPS || steps != Math.rint(steps)) return Optional.empty();
        return Optional.of(Reading.history((int) (undo ? -steps : steps)));
    }
}
