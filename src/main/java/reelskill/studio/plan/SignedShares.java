package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Figures of light and colour as the sliders of other editors show them, from -100 to 100: "brightness +10", "contrast -15%",
 * "increase the saturation by 20", 亮度加10. Each is so many per cent more or less. Pure.
 */
final class SignedShares {
    private static final Set<String> GRADED = Clause.concepts("BRIGHTNESS CONTRAST SATURATION");
    private static final Set<String> UP = Set.of("+", "plus", "加");
    private static final Set<String> DOWN = Set.of("-", "−", "–", "minus", "减");
    private static final Set<String> WAYS = Clause.concepts("LOUDER QUIETER MORE LESS");
    private static final Set<String> BETWEEN = Clause.concepts("TO CHANGE LOUDER QUIETER MORE LESS");

    private SignedShares() {}

    static List<Token> meant(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>(tokens);
        for (int i = 0; i < result.size(); i++) {
            if (!isShare(result.get(i))) continue;
            int sign = i - 1;
            boolean signed = sign >= 0 && isSign(result.get(sign), sentence);
            if (signed && (isGraded(result, sign, sentence) || isGradedBehind(result, i))) {
                Token said = result.get(sign);
                String way = UP.contains(said(said, sentence)) ? "LOUDER" : "QUIETER";
                result.set(sign, said.as(way));
                result.set(i, share(result.get(i)));
            } else if (!signed && hasWay(result, i) && isGraded(result, i, sentence)) {
                result.set(i, share(result.get(i)));
            }
        }
        return result;
    }

    /** A figure up to 1 might be a share, or one of a hundred steps. */
    private static boolean isShare(Token token) {
        if (token.is(Token.PERCENT)) return true;
        return token.is(Token.NUMBER) && (Double) token.value() > 1 && (Double) token.value() <= 100;
    }

    private static boolean isSign(Token token, String sentence) {
        String said = said(token, sentence);
        return UP.contains(said) || DOWN.contains(said);
    }

    /** "contrast up on 2 and 3" counts clips; "contrast up by 2" does not. */
    private static boolean isGraded(List<Token> tokens, int before, String sentence) {
        int at = before - 1;
        while (at >= 0
                && (BETWEEN.contains(tokens.get(at).concept())
                        || said(tokens.get(at), sentence).equals("by"))) at--;
        return at >= 0 && GRADED.contains(tokens.get(at).concept());
    }

    private static boolean isGradedBehind(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        return next < tokens.size() && GRADED.contains(tokens.get(next).concept());
    }

    /** Without a way a bare figure might be a level as well. */
    private static boolean hasWay(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0 && !tokens.get(i).isBreak(); i--) {
            if (tokens.get(i).is("TO") || tokens.get(i).is("CHANGE")) return false;
            if (WAYS.contains(tokens.get(i).concept())) return true;
        }
        return false;
    }

    private static Token share(Token token) {
        if (token.is(Token.PERCENT)) return token;
        return token.as(Token.PERCENT, (Double) token.value() / 100);
    }

    private static String said(Token token, String sentence) {
        return sentence.substring(token.from(), token.to()).toLowerCase(Locale.ROOT);
    }
}
