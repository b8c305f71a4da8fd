package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parts named by what is said: "keep only the part where I say X", "cut everything after 'thank you'", "from the second sentence". */
final class SaidRules {
    private static final Set<String> WORDS = Clause.concepts(
            "SAIDAT QUOTE REMOVE CUT TRIM KEEP ONLY PART EVERYTHING ALL AFTER BEFORE FROM STARTAT ENDAT START END AT TO VIDEO"
                    + " SENTENCE OFWORDS ONWARD RESTGONE CLIP");
    private static final Set<String> SENTENCES = Clause.concepts(
            "SENTENCE ORDINAL NUMBER REMOVE CUT TRIM KEEP ONLY FROM STARTAT ONWARD START AT TO EVERYTHING BEFORE AFTER VIDEO"
                    + " ENDAT RESTGONE ALL PART");

    private SaidRules() {}

    static Optional<Reading> words(Clause clause) {
        Optional<String> words = clause.text(Token.QUOTE);
        boolean spoken = clause.hasAny("SAIDAT", "SENTENCE");
        boolean beside = clause.hasAny("AFTER", "BEFORE", "STARTAT", "ENDAT", "FROM")
                && clause.hasAny("REMOVE", "CUT", "TRIM", "KEEP", "STARTAT", "ENDAT");
        if (words.isEmpty() || (!spoken && !beside) || !clause.isMadeOf(WORDS)) return Optional.empty();
        boolean removes = clause.hasAny("REMOVE", "CUT", "TRIM");
        boolean keeps = clause.hasAny("KEEP", "ONLY");
        if (removes && keeps) return Optional.empty();
        return part(clause, words.get(), removes, keeps);
    }

    private static Optional<Reading> part(Clause clause, String words, boolean removes, boolean keeps) {
        boolean after = clause.has("AFTER");
        boolean before = clause.has("BEFORE");
        if (clause.has("STARTAT") || (clause.has("FROM") && keeps && !after && !before))
            return read(after ? new SaidPart.After(words) : new SaidPart.Before(words), after);
        if (clause.has("ENDAT"))
            return before ? read(new SaidPart.Before(words), true) : read(new SaidPart.After(words), false);
        if (after == before && (removes || keeps)) {
            return after ? Optional.empty() : read(new SaidPart.Containing(words), keeps);
        }
        if (!removes && !keeps) return Optional.empty();
        return read(after ? new SaidPart.After(words) : new SaidPart.Before(words), keeps);
    }

    static Optional<Reading> sentences(Clause clause) {
        if (!clause.has("SENTENCE") || !clause.isMadeOf(SENTENCES)) return Optional.empty();
        Optional<SaidPart.Sentences> named = named(clause);
        if (named.isEmpty()) return Optional.empty();
        int first = named.get().first();
        int last = named.get().last();
        boolean removes = clause.hasAny("REMOVE", "CUT", "TRIM");
        boolean keeps = clause.hasAny("KEEP", "ONLY");
        if (clause.hasAny("BEFORE", "AFTER")) {
            boolean after = clause.has("AFTER");
            boolean edge = after ? last == -1 : first == 1;
            if (removes == keeps || edge || (clause.has("BEFORE") && after)) return Optional.empty();
            return read(after ? new SaidPart.Sentences(last + 1, -1) : new SaidPart.Sentences(1, first - 1), keeps);
        }
        boolean from = clause.hasAny("FROM", "STARTAT", "ONWARD");
        if (from && !removes) return read(new SaidPart.Sentences(first, -1), true);
        if (from && clause.has("ONWARD")) return read(new SaidPart.Sentences(first, -1), false);
        if (clause.has("ENDAT")) return read(new SaidPart.Sentences(1, last), true);
        return removes == keeps ? Optional.empty() : read(new SaidPart.Sentences(first, last), keeps);
    }

    /** "the first two sentences", "the last sentence", "sentence 3", "sentences 2 to 4". */
    private static Optional<SaidPart.Sentences> named(Clause clause) {
        List<Double> numbers = clause.all(Token.NUMBER, Double.class);
        List<String> ordinals = clause.all("ORDINAL", String.class);
        if (ordinals.size() > 1
                || numbers.size() > 2
                || numbers.stream().anyMatch(number -> number < 1 || number % 1 != 0)) return Optional.empty();
        if (ordinals.isEmpty()) {
            if (numbers.isEmpty()) return Optional.empty();
            int first = numbers.get(0).intValue();
            return Optional.of(new SaidPart.Sentences(
                    first, numbers.get(numbers.size() - 1).intValue()));
        }
        int ordinal = Integer.parseInt(ordinals.get(0));
        if (numbers.isEmpty()) return Optional.of(new SaidPart.Sentences(ordinal, ordinal));
        int count = numbers.get(0).intValue();
        if (numbers.size() > 1 || Math.abs(ordinal) != 1) return Optional.empty();
        return Optional.of(ordinal == 1 ? new SaidPart.Sentences(1, count) : new SaidPart.Sentences(-count, -1));
    }

    private static Optional<Reading> read(SaidPart part, boolean keeps) {
        return Optional.of(Reading.of(new CutSaid(part, keeps)));
    }
}
