package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.language.Language;

/** What a remark is about, for the "it" behind it: "the silences kill me, please cut them out". Pure. */
final class Subjects {
    private static final Set<String> NOUNS = Clause.union(
            Set.of(Token.CLIPREF, Token.SPAN),
            Clause.concepts(
                    "SILENCE STILLNESS BORING FILLERS REPEATS TRANSITION MUSIC TITLE SUBTITLES LOGO ENDCARD CARD VAGUE"));
    private static final Set<String> BESIDE = Clause.concepts(
            "UNKNOWN STYLE VIDEO CLIP PART LONG MUCH ADJECTIVE FOR WHERE SLIGHTLY STRONG ALL ONLY VAGUE STATE SIZE");
    private static final Pattern PRONOUN = Pattern.compile("\\b(?:it|them|that|those|these|this|they|it's|em)\\b");
    /** "take the last 5 seconds and put them at the front", "for the second clip: …". */
    private static final Set<String> TOPIC = Clause.concepts("GRAB FOR AT FROM");

    private static final Set<String> ADDED = Clause.concepts("MUSIC TITLE SUBTITLES LOGO");
    private static final Set<String> BARE = Clause.concepts("REMOVE CUT KEEP");

    /** What says how something is to be, and not what. */
    private static final Set<String> DEPENDENT = Clause.concepts(
            "LOUDER QUIETER SLIGHTLY MOREBIT LESSBIT SCALE SIZE MORE LESS FASTER SLOWER STRONG MUCH QUIETLY LOUDLY COLOR POSITION TRANSLUCENT");

    private static final Set<String> TIMES =
            Clause.union(Clause.concepts("FOR AT FROM OVER"), Set.of(Token.SPAN, Token.TIME));

    private static final Set<String> WANTED =
            Clause.concepts("WARMTH LIGHT LOOK CONTRAST SATURATION BRIGHTNESS LUT FASTER SLOWER LOUDER QUIETER");

    private Subjects() {}

    /** Returns what {@code remark} is about; empty where it says more than a rule-less remark does. */
    static List<Token> of(List<Token> remark) {
        // 第一段比第二段暗，调亮一点: it is the first that is to change.
        int than = than(remark);
        if (than > 0)
            return remark.subList(0, than).stream().filter(Subjects::isMeant).toList();
        boolean topic = remark.size() > 1 && TOPIC.contains(remark.get(0).concept());
        if (topic && remark.stream().skip(1).allMatch(token -> NOUNS.contains(token.concept()) || token.is("CLIP")))
            return remark;
        // 第二段肤色偏黄，调冷一点: whatever is said of it.
        boolean ofClip = Narrowing.isPart(remark.get(0))
                && remark.stream().anyMatch(token -> token.is(Token.UNKNOWN))
                && remark.stream().noneMatch(token -> Sentence.OPENING.contains(token.concept()));
        if (ofClip) return remark.subList(0, 1);
        boolean plain = remark.stream()
                .allMatch(token -> NOUNS.contains(token.concept())
                        || BESIDE.contains(token.concept())
                        || (token.is("SHORTEN") && Narrowing.isPart(remark.get(0))));
        return plain ? nouns(remark) : List.of();
    }

    private static List<Token> nouns(List<Token> tokens) {
        return tokens.stream().filter(token -> NOUNS.contains(token.concept())).toList();
    }

    private static boolean isMeant(Token token) {
        return NOUNS.contains(token.concept()) || token.is("SOUND") || token.is("VOICE");
    }

    /** Returns where it goes on with what something is compared to; -1 where nothing is. */
    private static int than(List<Token> remark) {
        for (int at = 1; at < remark.size(); at++)
            if (remark.get(at).is(Token.UNKNOWN) && remark.get(at).value().equals("比")) return at;
        return -1;
    }

    /** Returns {@code clause} with its "it" being {@code subject}; empty where it has none, or names something itself. */
    static List<Token> taken(List<Token> subject, String said, List<Token> clause, Language language) {
        boolean names = clause.stream().anyMatch(token -> NOUNS.contains(token.concept()) || token.is("EVERYTHING"));
        boolean topic = !subject.isEmpty() && TOPIC.contains(subject.get(0).concept());
        // 最后一段太长了，加速到1.5倍: what was talked of is what is meant.
        boolean part = language == Language.CHINESE && subject.stream().anyMatch(Narrowing::isPart);
        boolean refers = topic
                || part
                || PRONOUN.matcher(said.toLowerCase(Locale.ROOT)).find()
                || clause.stream().allMatch(token -> BARE.contains(token.concept()));
        if (subject.isEmpty() || names || !refers) return List.of();
        return Stream.concat(clause.stream(), subject.stream().filter(Subjects::isMeant))
                .toList();
    }

    /** "then fade it out", "fades in at the start and out at the end": behind what nobody understood it is no fade of the film. */
    static boolean fadesIt(List<Token> atom, String words) {
        return atom.stream()
                .filter(token -> token.is("FADEIN") || token.is("FADEOUT") || token.is("FADEBOTH"))
                .anyMatch(token -> token.value().equals("it")
                        || (token.to() - token.from() <= "out".length() && words.codePointAt(token.from()) < 128));
    }

    /** "add some piano, a bit quieter": whoever did not understand the first would make all of it quieter. */
    static boolean goesOn(List<Token> before, List<Token> atom) {
        boolean asked =
                before.stream().anyMatch(token -> token.is(Token.QUOTE) || Sentence.OPENING.contains(token.concept()));
        // 配个…系的音乐，小声点: what was not understood was to be added all the same.
        boolean lost = before.stream().anyMatch(token -> token.is(Token.UNKNOWN))
                && before.stream().anyMatch(token -> ADDED.contains(token.concept()));
        if ((asked || lost) && depends(atom)) return true;
        // "the music's too loud at the beginning, dip it for the first 10 seconds".
        boolean named = before.stream().anyMatch(token -> NOUNS.contains(token.concept()) && !token.is(Token.SPAN));
        boolean timed = atom.stream().anyMatch(token -> token.is(Token.SPAN) || token.is(Token.TIME));
        List<Token> untimed =
                atom.stream().filter(token -> !TIMES.contains(token.concept())).toList();
        return named && timed && !untimed.isEmpty() && depends(untimed);
    }

    /** Returns whether all of it says how something is to be, and not what. */
    static boolean depends(List<Token> atom) {
        return atom.stream().allMatch(token -> DEPENDENT.contains(token.concept()));
    }

    /** 第二段色温调蓝，亮度加10: what nobody understood wants something else than what stands behind it. */
    static boolean wants(List<Token> lost, List<Token> next) {
        return lost.stream().anyMatch(token -> WANTED.contains(token.concept()) && !Atoms.has(next, token.concept()));
    }
}
