package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings together the halves of an English verb: "slow the last clip down" says "slow down", "take the ums out" "take out". Pure. */
final class Separable {
    private static final Set<String> PARTICLES = Set.of("up", "down", "out", "off", "away", "back");
    /** What may follow the second half; behind anything else it has a meaning of its own, as in "5 seconds off the start". */
    private static final Set<String> BEHIND = Clause.concepts(
            "SOFT HARD SLIGHTLY STRONG MUCH FACTOR RATE HALF FOR AT SPAN AGAIN PERCENT UNDERSPEECH SPEED BEHIND MORE UNTIL ATMOST");

    private static final Set<String> FADING = Clause.concepts("TITLE LOGO PIP PICTURE QUOTE SUBTITLES");

    private static final Pattern OBJECT = Pattern.compile(" (?:it|this|that|them)$");
    private static final int FARTHEST = 8;

    private Separable() {}

    static List<Token> joined(List<Token> tokens, String sentence, Lexicon lexicon) {
        List<Token> result = new ArrayList<>(tokens);
        for (int i = 0; i < result.size(); i++) join(result, i, sentence, lexicon);
        for (int i = 0; i < result.size(); i++) carryFade(result, i, sentence);
        for (int i = 2; i < result.size(); i++) onward(result, i, sentence);
        return result;
    }

    /** "from 1:22 on": behind a moment, at the end of what is said, "on" is no mere preposition. */
    private static void onward(List<Token> tokens, int at, String sentence) {
        Token token = tokens.get(at);
        boolean from = tokens.get(at - 2).is("FROM") && tokens.get(at - 1).is(Token.TIME);
        boolean ends = at + 1 == tokens.size() || tokens.get(at + 1).isBreak();
        if (from && ends && said(token, sentence).equals("on")) tokens.set(at, token.as("ONWARD"));
    }

    /** "fade in over the first second and out over the last two": the second "fade" is left out. */
    private static void carryFade(List<Token> tokens, int at, String sentence) {
        boolean fade = tokens.get(at).is("FADEIN") || tokens.get(at).is("FADEOUT");
        for (int i = at + 1; fade && i < tokens.size() && !tokens.get(i).is(Token.HARD); i++) {
            Token token = tokens.get(i);
            String said = said(token, sentence);
            boolean other = tokens.get(i - 1).is(Token.SOFT) && (said.equals("in") || said.equals("out"));
            if (other) tokens.set(i, token.as(said.equals("in") ? "FADEIN" : "FADEOUT", carried(tokens, at)));
        }
    }

    /** "the music fades in over 2 seconds and out over 4": both are of what stands before the first. */
    private static Object carried(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0 && !tokens.get(i).isBreak(); i--) {
            if (tokens.get(i).is("MUSIC")) return "music";
            if (FADING.contains(tokens.get(i).concept())) return "it";
        }
        return tokens.get(at).value();
    }

    private static void join(List<Token> tokens, int at, String sentence, Lexicon lexicon) {
        String verb = OBJECT.matcher(said(tokens.get(at), sentence)).replaceFirst("");
        for (int i = at + 1; i < Math.min(tokens.size(), at + FARTHEST); i++) {
            if (tokens.get(i).isBreak()) return;
            String said = said(tokens.get(i), sentence);
            boolean toLevel = said.equals("down to") || said.equals("up to");
            boolean byHalf = said.equals("down by half");
            String particle = toLevel || byHalf ? said.substring(0, said.indexOf(' ')) : said;
            boolean fades = verb.equals("fade") && said.equals("in");
            if (!(PARTICLES.contains(particle) || fades) || !(toLevel || byHalf || ends(tokens, i))) continue;
            String whole = verb + " " + particle;
            Optional<Token> found = lexicon.at(whole, 0).filter(token -> token.to() == whole.length());
            if (found.isEmpty() || ((toLevel || byHalf) && found.get().is("SHORTEN"))) return;
            Token first = tokens.get(at);
            tokens.set(at, first.as(found.get().concept(), found.get().value()));
            if (toLevel) tokens.set(i, tokens.get(i).as("TO"));
            else if (byHalf) tokens.set(i, tokens.get(i).as("HALF", ""));
            else tokens.remove(i);
            return;
        }
    }

    private static boolean ends(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        // "speed clip 2 up 4 times"
        boolean counted = next + 1 < tokens.size()
                && tokens.get(next).is(Token.NUMBER)
                && tokens.get(next + 1).is("STEP");
        return next == tokens.size()
                || counted
                || BEHIND.contains(tokens.get(next).concept());
    }

    private static String said(Token token, String sentence) {
        return sentence.substring(token.from(), token.to()).toLowerCase(Locale.ROOT);
    }
}
