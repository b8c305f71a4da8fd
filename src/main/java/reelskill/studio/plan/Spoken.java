package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds words that are to be shown, or that are said, and stand in no quotes: "a title saying Weekly update, and export",
 * "cut the part where I say thank you". Pure.
 */
final class Spoken {
    /** What may begin what is said about the text, behind it. */
    private static final Set<String> BEHIND = Clause.concepts("SOFT AT FOR FROM POSITION START END IN");

    /** Words that each begin with a capital letter. */
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*)*");

    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\p{N}]*\\p{Lu}{2}[\\p{Lu}\\p{N}]*");

    private Spoken() {}

    /** Returns the tokens with such words as one quote. They end where everything that follows is known. */
    static List<Token> quoted(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        boolean title = false;
        boolean third = false;
        boolean writes = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            result.add(token);
            title = !token.is(Token.HARD)
                    && (title
                            || token.is("TITLE")
                            || token.is("SUBTITLES")
                            || token.is("ENDCARD")
                            || token.value().equals("lower_third"));
            third = !token.is(Token.HARD) && (third || token.value().equals("lower_third"));
            writes = !token.is(Token.HARD) && (writes || token.value().equals("write"));
            boolean shown = (title || writes) && (token.is("SAYING") || token.is("COLON"));
            boolean loud = token.is("TITLE") && i + 1 < tokens.size() && isLoud(tokens.get(i + 1), sentence);
            boolean whose = loud || (third && token.is("FOR")) || token.value().equals("write");
            if (!shown && !whose && !token.is("SAIDAT")) continue;
            int stop = runEnd(tokens, i + 1);
            if (tokens.subList(i + 1, stop).stream().anyMatch(next -> next.is(Token.QUOTE))) continue;
            int end = loud ? loudEnd(tokens, i + 1, sentence) : textEnd(tokens, i + 1, stop);
            if (end == i + 1) continue;
            int from = tokens.get(i + 1).from();
            String words = sentence.substring(from, tokens.get(end - 1).to()).strip();
            if (whose && !shown && !NAME.matcher(words).matches()) continue;
            result.add(new Token(Token.QUOTE, words, from, tokens.get(end - 1).to()));
            i = end - 1;
        }
        return result;
    }

    /** "big red text SALE": a word in capitals is shown, and is no instruction. */
    private static boolean isLoud(Token next, String sentence) {
        return next.is(Token.UNKNOWN)
                && CAPITALS.matcher(sentence.substring(next.from(), next.to())).matches();
    }

    private static int loudEnd(List<Token> tokens, int from, String sentence) {
        int end = from;
        while (end < tokens.size() && isLoud(tokens.get(end), sentence)) end++;
        return end;
    }

    private static int textEnd(List<Token> tokens, int from, int stop) {
        for (int end = from + 1; end < stop; end++) {
            boolean known = tokens.subList(end, stop).stream().noneMatch(token -> token.is(Token.UNKNOWN));
            if (known && BEHIND.contains(tokens.get(end).concept())) return end;
        }
        return stop;
    }

    private static int runEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && !tokens.get(end).is(Token.HARD)) end++;
        return end;
    }
}
