package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether a rule took in what a clause says exactly. A colour, a size or a time that might as well have been another one was
 * not: the rule allowed the word and dropped it. Pure.
 */
final class Heard {
    /** What else might have been said. */
    private static final Map<String, UnaryOperator<Object>> OTHERS = Map.ofEntries(
            Map.entry(Token.TIME, time -> ((Duration) time).plusMillis(700)),
            Map.entry(Token.SPAN, span -> Span.first(Duration.ofMillis(1700))),
            Map.entry(Token.CLIPREF, clip -> other((ClipRef) clip)),
            Map.entry(Token.PERCENT, percent -> (Double) percent * 0.7),
            Map.entry("FACTOR", factor -> (Double) factor * 1.3),
            Map.entry(Token.DECIBELS, level -> new Decibels(((Decibels) level).size() + 1, ((Decibels) level).sign())),
            Map.entry(Token.BYTES, bytes -> (Long) bytes + 1_000_000),
            Map.entry("COLOR", other("123456", "654321")),
            Map.entry("POSITION", other("bottom", "top")),
            Map.entry("SIZE", other("0.06", "0.13")),
            Map.entry("FACE", other("serif", "italic")),
            Map.entry(PictureSize.CONCEPT, size -> PictureSize.lines(size.equals(PictureSize.lines(432)) ? 434 : 432)),
            Map.entry("RATIO", other("9:16", "1:1")),
            Map.entry("LINES", other("1080", "480")),
            Map.entry("MOOD", other("calm", "happy")),
            Map.entry("FORMAT", other("mp4", "gif")));

    private Heard() {}

    private static UnaryOperator<Object> other(String one, String another) {
        return said -> said.equals(one) ? another : one;
    }

    /** A name may be that of any number. */
    private static ClipRef other(ClipRef said) {
        if (said.number() == 0) return ClipRef.named(said.name() + "'");
        return ClipRef.number(said.number() == 1 ? 2 : 1);
    }

    /** Returns whether {@code reading}, which {@code rule} made of {@code clause}, would be another one had the clause said other values. */
    static boolean all(Rule rule, Clause clause, Reading reading) {
        if (!reading.asksForSomething()) return true;
        List<Token> tokens = clause.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            UnaryOperator<Object> change = OTHERS.get(token.concept());
            if (change == null || clause.count(token.concept()) > 1) continue;
            List<Token> changed = new ArrayList<>(tokens);
            changed.set(i, new Token(token.concept(), change.apply(token.value()), token.from(), token.to()));
            if (rule.read(clause.with(changed)).equals(Optional.of(reading))) return false;
        }
        return true;
    }
}
