package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/** "make the second title red": which text that is, counted as they come on the screen. Pure. */
final class RankedTexts {
    /** Beside one of these another text is meant, or another thing is counted. */
    private static final Set<String> OTHERWISE = Clause.concepts("ADD QUOTE CLIPREF SAYING FIND LINES");

    private RankedTexts() {}

    /** Returns {@code tokens} with the words of a counted text in place of its number. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        List<Token> result = new ArrayList<>(tokens);
        for (int at = 0; at + 1 < result.size(); at++) {
            boolean counted = result.get(at).is("ORDINAL") && result.get(at + 1).is("TITLE");
            if (!counted || isOtherwise(result, at)) continue;
            int rank = Integer.parseInt(result.get(at).text());
            List<TextSegment> texts = now.texts().stream()
                    .sorted(Comparator.comparingLong(TextSegment::start))
                    .toList();
            int index = rank > 0 ? rank - 1 : texts.size() + rank;
            if (index < 0 || index >= texts.size()) continue;
            Token title = result.get(at + 1);
            result.set(at, title);
            result.set(at + 1, title.as(Token.QUOTE, texts.get(index).text()));
        }
        return result;
    }

    private static boolean isOtherwise(List<Token> tokens, int at) {
        int from = at;
        while (from > 0 && !tokens.get(from - 1).isBreak()) from--;
        return tokens.subList(from, Atoms.end(tokens, at)).stream()
                .anyMatch(token -> OTHERWISE.contains(token.concept()));
    }
}
