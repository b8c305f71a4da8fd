package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A clause that only says where the wish before it is to be done. Pure. */
final class Narrowing {
    private static final Pattern ONLY = Pattern.compile("^[\\s,，]*(?:但是?|不过)?(?:只要|就要|只有|只对|只给|只把|只在|仅|就对|就给)");

    private Narrowing() {}

    /** Returns the part of 放慢到0.5倍速，只要10到15秒那段; empty where {@code said} says anything else. */
    static Optional<Target> of(String said, List<Token> atom) {
        boolean where = ONLY.matcher(said).find()
                && atom.stream()
                        .allMatch(token -> token.is("KEEP") || token.is("ONLY") || isPart(token) || token.is("SCENE"));
        Target target = new Target(values(atom, Token.CLIPREF, ClipRef.class), values(atom, Token.SPAN, Span.class));
        return where && !target.equals(Target.ALL) && target.isClear() ? Optional.of(target) : Optional.empty();
    }

    private static <T> List<T> values(List<Token> atom, String concept, Class<T> type) {
        return atom.stream()
                .filter(token -> token.is(concept))
                .map(token -> type.cast(token.value()))
                .toList();
    }

    /** Returns whether it says where: a clip, or a time of the video. */
    static boolean isPart(Token token) {
        return token.is(Token.SPAN) || token.is(Token.CLIPREF);
    }
}
