package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A clip of which it is only said that it is too long belongs to the cut behind the comma: 第二段太长了，留前20秒. Pure. */
final class Overlong {
    private static final Set<String> CUTS = Clause.concepts("KEEP REMOVE CUT TRIM SHORTEN");
    /** What a cut names that is of another clip, or of none. */
    static final Set<String> ELSEWHERE = Clause.concepts("CLIPREF VIDEO EVERYTHING ALL OTHERS CLIP");

    private Overlong() {}

    /** Returns {@code tokens} with the clip beside what is to be cut. */
    static List<Token> meant(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            result.add(tokens.get(at));
            int end = at + 2;
            boolean told = tokens.get(at).is(Token.CLIPREF)
                    && (at == 0 || tokens.get(at - 1).isBreak())
                    && end < tokens.size()
                    && tokens.get(at + 1).is("SHORTEN")
                    && tokens.get(end).is(Token.SOFT);
            if (told && isCut(tokens.subList(end + 1, Atoms.end(tokens, end + 1)))) at = end;
        }
        return result;
    }

    private static boolean isCut(List<Token> row) {
        return row.stream().anyMatch(token -> CUTS.contains(token.concept()))
                && row.stream().anyMatch(token -> token.is(Token.SPAN) || token.is(Token.TIME))
                && row.stream().noneMatch(token -> ELSEWHERE.contains(token.concept()));
    }
}
