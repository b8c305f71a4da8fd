package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/** "make the second title red": which text that is, counted as they come on the screen. Pure. */
final class RankedTexts {
    /** Beside one of these another text is meant, or another thing is counted. */
    private static final Set<String> OTHERWISE = Clause.concepts("ADD QUOTE CLIPREF SAYING FIND LINES");

    private static final Set<String> NAMED_OTHERWISE =
            Clause.concepts("ADD CLIPREF SAYING FIND LINES SENTENCE SAIDAT SUBTITLES CARD ENDCARD");

    private RankedTexts() {}

    /** Returns {@code tokens} with the words of a counted text in place of its number. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        List<Token> result = named(tokens, now);
        for (int at = 0; at + 1 < result.size(); at++) {
            boolean counted = result.get(at).is("ORDINAL") && result.get(at + 1).is("TITLE");
            if (!counted || isOtherwise(result, at, OTHERWISE)) continue;
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

    /** "delete Anna", "make 'Anna' red": the words that are on the screen name the text. */
    private static List<Token> named(List<Token> tokens, Timeline now) {
        List<Token> result = new ArrayList<>();
        for (int at = 0; at < tokens.size(); ) {
            int end = isName(tokens.get(at)) ? at + 1 : at;
            while (end > at && end < tokens.size() && tokens.get(end).is(Token.UNKNOWN)) end++;
            String said = tokens.subList(at, end).stream()
                    .map(token -> token.value().toString())
                    .collect(Collectors.joining(" "));
            List<String> texts = now.texts().stream()
                    .map(TextSegment::text)
                    .filter(said::equalsIgnoreCase)
                    .toList();
            Token first = tokens.get(at);
            List<Token> row = row(tokens, at);
            // "change 'Anna' to 'Anne'" says what the words become.
            boolean reworded = Atoms.has(row, "CHANGE") && Atoms.has(row, "TO");
            boolean named = end > at && texts.size() == 1 && !reworded && !isOtherwise(tokens, at, NAMED_OTHERWISE);
            if (named) {
                if (!Atoms.has(row, "TITLE")) result.add(first.as("TITLE"));
                result.add(new Token(
                        Token.QUOTE,
                        texts.get(0),
                        first.from(),
                        tokens.get(end - 1).to()));
            } else result.addAll(tokens.subList(at, Math.max(at + 1, end)));
            at = Math.max(at + 1, end);
        }
        return result;
    }

    private static boolean isName(Token token) {
        return token.is(Token.UNKNOWN) || token.is(Token.QUOTE);
    }

    private static boolean isOtherwise(List<Token> tokens, int at, Set<String> otherwise) {
        return row(tokens, at).stream().anyMatch(token -> otherwise.contains(token.concept()));
    }

    /** Returns the tokens between the breaks around {@code at}. */
    private static List<Token> row(List<Token> tokens, int at) {
        int from = at;
        while (from > 0 && !tokens.get(from - 1).isBreak()) from--;
        return tokens.subList(from, Atoms.end(tokens, at));
    }
}
