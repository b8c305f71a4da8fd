package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the video called by what is seen in it: 孩子唱歌那段, 学生进教室的部分. Its times are not known here; where they are
 * said as well, the words add nothing to them.
 */
final class Scenes {
    private static final String SCENE = "SCENE";
    private static final Set<String> DEEDS = Clause.concepts(
            "REMOVE CUT TRIM KEEP MOVE PUT ADD CHANGE MUTE EXPORT UNDO NOT SOFT HARD QUOTE UNAVAILABLE");
    private static final Set<String> EDGES =
            Clause.concepts("START END BEFORE AFTER ORDINAL FRONT BACK BETWEEN MIDDLE");
    /** What else can be done to a part. */
    private static final Set<String> EFFECTS = Clause.concepts(
            "SLOWMO SLOWER FASTER REVERSE FREEZE MUTE SHORTEN LOUDER QUIETER LIGHT WARMTH LOOK FILTER CONTRAST SATURATION FLIP ROTATE MOVE SWAP COPY");

    private static final Set<String> ASKED = Clause.union(
            EFFECTS,
            Clause.concepts(
                    "SOUND VOICE CHANGE PUT FRONT BACK START END EXCEPT ALL ORDINAL SCENE REMOVE CUT TRIM KEEP ONLY NOT RESTGONE SLOWMO SLOWER FASTER FACTOR RATE REVERSE FREEZE TIME MUTE ADD PART VIDEO CLIP EVERYTHING FROM OFF SHORTEN TO ATMOST SLIGHTLY BORING ADJECTIVE"));

    private Scenes() {}

    /** Returns the tokens with each such part as one. */
    static List<Token> named(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>();
        for (Token token : tokens) {
            boolean middle = token.value().equals("part")
                    && !result.isEmpty()
                    && last(result).is("BETWEEN");
            int first = middle ? result.size() - 1 : isEnd(token) ? firstUnknown(result) : -1;
            boolean some =
                    first < 0 && sentence.substring(token.from(), token.to()).contains("几") && token.is("SCENEEND");
            if (some) {
                result.add(token);
                first = result.size() > 1
                                && EDGES.contains(result.get(result.size() - 2).concept())
                        ? result.size() - 2
                        : result.size() - 1;
            }
            if (first < 0) {
                if (!token.is("SCENEEND")) result.add(token);
                else result.add(token.as(Token.FILLER));
                continue;
            }
            int from = result.get(first).from();
            result.subList(first, result.size()).clear();
            result.add(new Token(SCENE, sentence.substring(from, token.to()), from, token.to()));
        }
        return said(result);
    }

    private static Token last(List<Token> tokens) {
        return tokens.get(tokens.size() - 1);
    }

    private static boolean isEnd(Token token) {
        return token.is("SCENEEND")
                || token.is("PART")
                || token.is("CLIP")
                || (token.is(Token.FILLER) && token.value().equals("part"));
    }

    /** Returns where the words before the end begin that nobody knows; -1 where there are none, or a wish among them. */
    private static int firstUnknown(List<Token> before) {
        int first = -1;
        for (int i = before.size() - 1; i >= 0 && !isDeed(before.get(i)); i--) {
            Token word = before.get(i);
            if (word.is(Token.UNKNOWN) || word.is("ROOM") || word.value().equals("background")) first = i;
        }
        return first;
    }

    /** 海边 is what is seen, where no background is asked for. */
    private static boolean isDeed(Token token) {
        return DEEDS.contains(token.concept()) && !token.value().equals("background");
    }

    /** 最后十秒都是晃的，不要了: what a part is like does not say what is to be done with it. */
    private static List<Token> said(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        boolean describes = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean ends = token.isBreak();
            describes = !ends && (describes || (token.is("RESULTS") && isJudged(tokens, i)));
            boolean joins = token.is(Token.SOFT) && i > 0 && !result.isEmpty() && wasJudged(tokens, i);
            if (!describes && !token.is("RESULTS") && !joins) result.add(token);
        }
        return result;
    }

    private static boolean wasJudged(List<Token> tokens, int comma) {
        for (int i = comma - 1; i >= 0 && !tokens.get(i).isBreak(); i--) {
            if (tokens.get(i).is("RESULTS")) return isJudged(tokens, i);
        }
        return false;
    }

    /** A time or a clip is named before, and the next clause says what becomes of it. */
    private static boolean isJudged(List<Token> tokens, int at) {
        boolean named = tokens.subList(0, at).stream()
                .anyMatch(token -> token.is(Token.TIME)
                        || token.is("ORDINALCLIP")
                        || token.is("HALFFIRST")
                        || token.is("HALFLAST"));
        int comma = at;
        while (comma < tokens.size() && !tokens.get(comma).is(Token.SOFT)) comma++;
        int end = comma + 1;
        while (end < tokens.size() && !tokens.get(end).isBreak()) end++;
        return named
                && comma + 1 < tokens.size()
                && tokens.subList(comma + 1, Math.min(end, tokens.size())).stream()
                        .filter(token -> !token.is(Token.FILLER))
                        .allMatch(
                                token -> token.is("REMOVE") || token.is("CUT") || token.is("NOT") || token.is("KEEP"));
    }

    /** Asks when it is. */
    static Optional<Reading> ask(Clause clause) {
        if (clause.count(SCENE) != 1 || !clause.isMadeOf(ASKED)) return Optional.empty();
        boolean keeps = clause.hasAny("KEEP", "ONLY", "RESTGONE");
        boolean removes = clause.hasAny("REMOVE", "CUT", "TRIM", "NOT");
        boolean paced =
                clause.has("EXCEPT") || clause.tokens().stream().anyMatch(token -> EFFECTS.contains(token.concept()));
        if (!keeps && !removes && !paced) return Optional.empty();
        String completion = paced || keeps == removes ? "" : (keeps ? "保留" : "删除") + Question.BLANK;
        return Optional.of(Reading.ask(
                clause.say(
                        "When is \"%s\"? I cannot tell it from the picture; for example: 0:10 to 0:20",
                        "“%s”是从几秒到几秒？我认不出画面里的内容，请告诉我时间，例如：0:10到0:20",
                        clause.text(SCENE).orElseThrow()),
                completion));
    }
}
