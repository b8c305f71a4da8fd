package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "undo", "undo the last two changes", "redo", "撤销". */
final class HistoryRules {
    private static final Set<String> WORDS =
            Clause.concepts("UNDO REDO STEP ORDINAL NUMBER VIDEO CHANGE PART ALL EVERYTHING AGAIN INSTEAD");
    private static final int MOST_STEPS = 50;

    private HistoryRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean undo = clause.has("UNDO");
        if (undo == clause.has("REDO") || !clause.isMadeOf(WORDS)) return Optional.empty();
        boolean all = clause.hasAny("ALL", "EVERYTHING")
                || clause.all("UNDO", String.class).contains("all");
        if (undo && all) return Optional.of(Reading.history(-MOST_STEPS));
        boolean twice = clause.text("UNDO").filter("2"::equals).isPresent();
        double steps = clause.one(Token.NUMBER, Double.class).orElse(twice ? 2.0 : 1.0);
        if (steps < 1 || steps > MOST_STEPS || steps != Math.rint(steps)) return Optional.empty();
        return Optional.of(Reading.history((int) (undo ? -steps : steps)));
    }

    /** "undo the music" takes it away, whenever it was added. */
    static Optional<Reading> ofThing(Clause clause) {
        if (!clause.has("UNDO") || !clause.hasAny("MUSIC", "TITLE", "SUBTITLES", "TRANSITION")) return Optional.empty();
        List<Token> removed = clause.tokens().stream()
                .map(token -> token.is("UNDO") ? new Token("REMOVE", "", token.from(), token.to()) : token)
                .toList();
        return Rules.read(clause.with(removed));
    }
}
