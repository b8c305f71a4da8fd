package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What should not have been said: "remove the ums", "cut the repeats", and "what would you cut?" before any of it is done. */
final class SpeechRules {
    private static final Set<String> CLEAN = Clause.concepts(
            "FILLERS REPEATS REMOVE CUT TRIM ALL VIDEO CLIP FROM OFWORDS PART NOT LASTONE KEEP EVERYTHING QUOTE");

    private SpeechRules() {}

    static Optional<Reading> clean(Clause clause) {
        boolean named = clause.hasAny("FILLERS", "REPEATS");
        // Of things said twice the later one stays: who asks for that asks for what is done anyway.
        if (clause.has("LASTONE") && !clause.has("REPEATS")) return Optional.empty();
        if (clause.has(Token.QUOTE) && !clause.has("FILLERS")) return Optional.empty();
        // "don't cut the ums" leaves them.
        if (clause.has("NOT") && clause.hasAny("REMOVE", "CUT", "TRIM")) return Optional.empty();
        if (!named || !clause.hasAny("REMOVE", "CUT", "TRIM", "NOT") || !clause.isMadeOf(CLEAN))
            return Optional.empty();
        List<EditOperation> operations = new ArrayList<>();
        if (clause.has("FILLERS")) operations.add(new RemoveFillers());
        if (clause.has("REPEATS")) operations.add(new RemoveRepeats());
        return Optional.of(Reading.of(operations));
    }

    /** Reads the rest of the clause as if it were to be done; with nothing else in it, the boring parts are meant. */
    static Optional<Reading> look(Clause clause) {
        if (!clause.has("DRYRUN")) return Optional.empty();
        List<Token> rest = clause.tokens().stream()
                .filter(token -> !token.is("DRYRUN") && !token.is("WHICH"))
                .toList();
        if (rest.stream().allMatch(token -> token.is(Token.SOFT) || token.is("VIDEO"))) {
            return Optional.of(Reading.of(new Trial(new CutBoring(BoringRule.DEFAULT))));
        }
        Clause asked = clause.with(rest);
        return Rules.read(asked)
                .filter(Reading::asksForSomething)
                .or(() -> Rules.read(clause.with(verbed(rest))))
                .filter(reading ->
                        !reading.operations().isEmpty() && reading.question().isEmpty())
                .map(reading ->
                        Reading.of(reading.operations().stream().map(Trial::new).toList()));
    }

    /** "which ums would you cut?" has its verb in the question. */
    private static List<Token> verbed(List<Token> rest) {
        boolean has = rest.stream().anyMatch(token -> token.is("REMOVE") || token.is("CUT") || token.is("KEEP"));
        if (has) return rest;
        List<Token> verbed = new ArrayList<>(rest);
        Token last = rest.get(rest.size() - 1);
        verbed.add(new Token("REMOVE", "", last.to(), last.to()));
        return verbed;
    }
}
