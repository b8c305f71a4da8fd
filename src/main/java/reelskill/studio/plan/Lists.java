package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A time of the video and a clip of it in one list: "remove the first 5 seconds and clip 2" are not the first 5 seconds
 * <em>of</em> clip 2. Each has the wish for itself. Pure.
 */
final class Lists {
    private static final Set<String> AND = Set.of("and", "&", "plus", "和", "跟", "与", "及", "以及", "还有", "、");
    /** What can be said of each by itself. */
    private static final Set<String> SHARED = Clause.concepts(
            "REMOVE CUT MUTE QUIETWORD FASTER SLOWER SLOWMO FACTOR RATE REVERSE LOUDER QUIETER SLIGHTLY LOOK CHANGE LIGHT WARMTH SOUND TO PERCENT ALL TOGETHER");

    private Lists() {}

    /** Returns the tokens with the wish said twice; where it cannot be, with a word that nobody knows. */
    static List<Token> parted(List<Token> tokens, String sentence) {
        for (int at = 1; at + 1 < tokens.size(); at++) if (isMixed(tokens, at, sentence)) return parted(tokens, at);
        return tokens;
    }

    private static boolean isMixed(List<Token> tokens, int at, String sentence) {
        Token and = tokens.get(at);
        String said = sentence.substring(and.from(), and.to()).toLowerCase(Locale.ROOT);
        if (!and.is(Token.SOFT) || !AND.contains(said)) return false;
        int from = begin(tokens, at);
        int end = Atoms.end(tokens, at + 1);
        List<Token> before = parts(tokens.subList(from, at));
        List<Token> after = parts(tokens.subList(at + 1, end));
        boolean ends = Narrowing.isPart(tokens.get(at - 1)) && Narrowing.isPart(tokens.get(at + 1));
        boolean timeFirst =
                isOne(before, Token.SPAN) && !after.isEmpty() && after.get(0).is(Token.CLIPREF);
        boolean clipFirst = isOne(before, Token.CLIPREF) && isOne(after, Token.SPAN);
        return ends && (timeFirst || clipFirst);
    }

    private static List<Token> parted(List<Token> tokens, int at) {
        int from = begin(tokens, at);
        int end = Atoms.end(tokens, at + 1);
        List<Token> head = others(tokens.subList(from, at));
        List<Token> tail = others(tokens.subList(at + 1, end));
        boolean shared = Stream.concat(head.stream(), tail.stream()).allMatch(it -> SHARED.contains(it.concept()));
        List<Token> result = new ArrayList<>(tokens.subList(0, from));
        result.addAll(tokens.subList(from, at));
        if (shared) tail.forEach(it -> result.add(it.at(tokens.get(at - 1).to())));
        result.add(tokens.get(at).as(shared ? Token.HARD : Token.UNKNOWN));
        if (shared) head.forEach(it -> result.add(it.at(tokens.get(at + 1).from())));
        result.addAll(tokens.subList(at + 1, tokens.size()));
        return result;
    }

    private static int begin(List<Token> tokens, int at) {
        int from = at;
        while (from > 0 && !tokens.get(from - 1).isBreak()) from--;
        return from;
    }

    private static List<Token> parts(List<Token> tokens) {
        return tokens.stream().filter(Narrowing::isPart).toList();
    }

    private static List<Token> others(List<Token> tokens) {
        return tokens.stream().filter(token -> !Narrowing.isPart(token)).toList();
    }

    private static boolean isOne(List<Token> parts, String concept) {
        return parts.size() == 1 && parts.get(0).is(concept);
    }
}
