package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "The middle part" of what is made faster or slower: its middle third. Of what goes or stays nobody guesses it. Pure. */
final class MiddlePart {
    private static final Span THIRD = Span.middle(1.0 / 3);
    private static final Set<String> MIDDLE = Clause.concepts("MIDDLE BETWEEN");
    private static final Set<String> OTHER =
            Clause.concepts("SPAN TIME MOMENT CLIP ORDINAL REMOVE CUT TRIM KEEP SPLIT");

    private MiddlePart() {}

    static Clause timed(Clause clause) {
        boolean paced = clause.hasAny("FASTER", "SLOWER", "SLOWMO", "SPEED", "RATE");
        if (!paced || clause.tokens().stream().anyMatch(token -> OTHER.contains(token.concept()))) return clause;
        List<Token> tokens = new ArrayList<>(clause.tokens());
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean part = MIDDLE.contains(tokens.get(i).concept())
                    && tokens.get(i + 1).is("PART");
            if (!part) continue;
            Token third = new Token(
                    Token.SPAN, THIRD, tokens.get(i).from(), tokens.get(i + 1).to());
            tokens.subList(i, i + 2).clear();
            tokens.add(i, third);
            return clause.with(tokens);
        }
        return clause;
    }

    static boolean isIt(Span span) {
        return span.equals(THIRD);
    }
}
