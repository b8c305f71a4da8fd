package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out why somebody wants something ("since I cannot hear myself", "it was filmed sideways", "因为太吵"), and what is
 * seen where, if the times are told as well: "the part where I jump, at 0:12 till 0:14". Pure.
 */
final class Reasons {
    /** "so students can listen", "so that it does not look dull", "so you can see it": what the wish is for. */
    private static final Pattern AIM = Pattern.compile(
            "so (?:that )?(?:the |my |our |a )?[a-z']+ (?:can|could|will|would|won't|can't|don't|doesn't|does not|do not|know|knows|see|sees)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What tells a scene, and not its times. */
    private static final Set<String> SEEN = Set.of(Token.UNKNOWN, "STILLNESS", "SILENCE", "BORING");

    private Reasons() {}

    private static boolean isAim(String sentence, int at) {
        Matcher aim = AIM.matcher(sentence).region(at, sentence.length());
        return (at == 0 || !Character.isLetter(sentence.charAt(at - 1))) && aim.lookingAt();
    }

    /** Returns the tokens without those from a "because" to the next comma, "and" or full stop. */
    static List<Token> dropped(List<Token> tokens, String sentence) {
        List<Token> kept = new ArrayList<>();
        boolean reason = false;
        for (Token token : tokens) {
            boolean ends = token.isBreak();
            reason = !ends && (reason || token.is("BECAUSE") || isAim(sentence, token.from()));
            if (!reason) kept.add(token);
        }
        return withoutScenes(kept);
    }

    private static List<Token> withoutScenes(List<Token> tokens) {
        List<Token> kept = new ArrayList<>();
        boolean scene = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean ends = token.isBreak();
            if (token.is("WHERE"))
                scene = timeFollows(tokens, i) || (i > 0 && tokens.get(i - 1).is(Token.TIME));
            else scene &= !ends;
            if (!token.is("WHERE") && !(scene && SEEN.contains(token.concept()))) kept.add(token);
        }
        return kept;
    }

    private static boolean timeFollows(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size() && !tokens.get(i).is(Token.HARD); i++) {
            if (tokens.get(i).is(Token.TIME)) return true;
            if (tokens.get(i).is(Token.SOFT)) return false;
        }
        return false;
    }
}
