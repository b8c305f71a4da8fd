package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what stands behind words: "white on black", "letters on a dark blue background", "with a red background" say of a
 * text what "on a box" says. Pure.
 */
final class Plates {
    private static final Set<String> TEXTS =
            Clause.concepts("TITLE QUOTE SUBTITLES CAPTIONIT ENDCARD CARD COLORWORD FACE SIZE");
    private static final Set<String> DESCRIBING = Clause.concepts("COLOR TRANSLUCENT SEETHROUGH TRANSPARENT PLAIN");
    /** What "on" and a colour are said of otherwise. */
    private static final Set<String> OTHERS = Clause.concepts("BORDER CLIPREF LOGO PIP PICTURE VIDEO ROOM");

    private Plates() {}

    static List<Token> found(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        boolean text = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            text &= !opensAnother(tokens, i, sentence);
            text = !token.is(Token.HARD)
                    && !OTHERS.contains(token.concept())
                    && (text || TEXTS.contains(token.concept()) || token.value().equals("lower_third"));
            boolean background = token.is("BACKGROUND")
                    && token.value().equals("")
                    && (text || textFollows(tokens, i))
                    && isDescribed(tokens, i);
            if (background) {
                Token last = result.remove(result.size() - 1);
                while (last.is(Token.FILLER)) last = result.remove(result.size() - 1);
                boolean coloured = last.is("COLOR");
                if (!coloured) result.add(last);
                result.add(token.as("BOX", coloured ? last.value() : ""));
                continue;
            }
            result.add(token);
            boolean colour = token.is("COLOR") && (text || textFollows(tokens, i)) && isOn(tokens, i, sentence);
            if (colour && !namesItsThing(tokens, i + 1)) result.set(result.size() - 1, token.as("BOX", token.value()));
        }
        return result;
    }

    /** "and blur the background": a wish of its own, unless it is about "it". */
    private static boolean opensAnother(List<Token> tokens, int at, String sentence) {
        if (at == 0 || !tokens.get(at - 1).is(Token.SOFT)) return false;
        int next = at;
        while (next + 1 < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        boolean opens = Sentence.OPENING.contains(tokens.get(next).concept());
        return opens && !sentence.substring(tokens.get(next).to()).strip().startsWith("it");
    }

    /** "a black background", "a see-through background"; the background alone is that of the picture. */
    private static boolean isDescribed(List<Token> tokens, int at) {
        int before = at - 1;
        while (before > 0 && tokens.get(before).is(Token.FILLER)) before--;
        return before >= 0 && DESCRIBING.contains(tokens.get(before).concept());
    }

    /** "a black background behind the title". */
    private static boolean textFollows(List<Token> tokens, int at) {
        for (int i = at + 1; i < tokens.size() && !tokens.get(i).is(Token.HARD); i++) {
            if (tokens.get(i).is(Token.SOFT)) return false;
            if (TEXTS.contains(tokens.get(i).concept())
                    && !tokens.get(i).is("COLORWORD")
                    && !tokens.get(i).is("SIZE")) return true;
        }
        return false;
    }

    private static boolean isOn(List<Token> tokens, int at, String sentence) {
        int before = at - 1;
        while (before >= 0 && tokens.get(before).is(Token.FILLER)) {
            String said = sentence.substring(
                            tokens.get(before).from(), tokens.get(before).to())
                    .toLowerCase(Locale.ROOT);
            if (said.equals("on")) return true;
            before--;
        }
        return before >= 0 && tokens.get(before).is("OVER");
    }

    private static boolean namesItsThing(List<Token> tokens, int at) {
        int next = at;
        while (next < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        if (next == tokens.size()) return false;
        return tokens.get(next).is("BOX")
                || tokens.get(next).is("BACKGROUND")
                || tokens.get(next).is("COLORWORD");
    }
}
