package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/**
 * What an English message asks for only on a condition: "if it is longer than a minute, cut it to 59 seconds". What can be
 * looked up is; a wish whose condition nobody can judge is not done.
 *
 * @param tokens the message without the condition
 * @param refusal why nothing of the message is done; empty where it is
 */
record Condition(List<Token> tokens, Optional<String> refusal) {
    /** What is taken away does no harm where there is none of it. */
    private static final Set<String> FOUND = Clause.concepts(
            "SILENCE STILLNESS BORING FILLERS REPEATS NOISE MUSIC TITLE SUBTITLES TRANSITION LOGO ENDCARD");

    private static final Set<String> IF = Set.of("if", "如果", "要是", "假如");
    private static final Set<String> BESIDE = Clause.concepts("LONG ADJECTIVE SLIGHTLY MUCH ALL SOUND VIDEO ADD");
    private static final Set<String> TAKEN = Clause.concepts("REMOVE CUT");
    private static final Set<String> DEEDS = Clause.concepts("REMOVE CUT TRIM SHORTEN FASTER MUTE CHANGE");
    private static final Set<String> LENGTH = Clause.concepts("LONGER TIME VIDEO CLIPREF CLIP LONG");

    static Condition of(List<Token> tokens, String words, Timeline now) {
        int from = begin(tokens, words);
        if (from == tokens.size()) return new Condition(tokens, Optional.empty());
        int end = end(tokens, from);
        List<Token> said = tokens.subList(from + 1, end);
        List<Token> before = Atoms.trimmed(tokens.subList(0, from));
        List<Token> deed = Atoms.trimmed(tokens.subList(end, tokens.size()));
        if (said.isEmpty() || deed.isEmpty()) return new Condition(tokens, Optional.empty());
        Token joint = deed.get(0).as(Token.HARD).at(deed.get(0).from());
        return judged(said, deed, words, now, Atoms.from(List.of(said)), Atoms.to(List.of(said)))
                .then(before, joint);
    }

    private static Condition judged(List<Token> said, List<Token> deed, String words, Timeline now, int from, int to) {
        Language language = Language.of(words);
        Optional<Boolean> longer = isLonger(said, now);
        if (longer.filter(is -> !is).isPresent())
            return refused(language.say("It is not longer than that, so nothing was changed.", "没有超过这个长度，所以没有做任何改动。"));
        Optional<Token> clip =
                said.stream().filter(token -> token.is(Token.CLIPREF)).findFirst();
        if (longer.isPresent()) return new Condition(withClip(deed, clip), Optional.empty());
        boolean found = said.stream().anyMatch(token -> FOUND.contains(token.concept()))
                && said.stream().allMatch(token -> FOUND.contains(token.concept()) || BESIDE.contains(token.concept()));
        boolean taken = deed.stream().allMatch(token -> TAKEN.contains(token.concept()));
        List<Token> things =
                said.stream().filter(token -> FOUND.contains(token.concept())).toList();
        return found && taken
                ? new Condition(behind(deed, things), Optional.empty())
                : refused(language.say(
                        "I cannot judge whether \"%s\", so nothing was changed. Say what to do without the \"if\".",
                        "我无法判断“%s”，所以没有做任何改动。请去掉“如果”，直接说要做什么。", words.substring(from, to)));
    }

    /** "if it is longer than a minute cut it to 60 s": without a comma, the deed begins at its verb. */
    private static int end(List<Token> tokens, int from) {
        int end = Atoms.end(tokens, from);
        if (end < tokens.size()) return end;
        int verb = from + 1;
        while (verb < end && !DEEDS.contains(tokens.get(verb).concept())) verb++;
        return verb;
    }

    private static Condition refused(String why) {
        return new Condition(List.of(), Optional.of(why));
    }

    private Condition then(List<Token> before, Token joint) {
        return new Condition(Atoms.joined(before, joint, tokens), refusal);
    }

    /** Returns where the word "if" begins a clause; behind the last token where it begins none. */
    private static int begin(List<Token> tokens, String words) {
        int at = 0;
        while (at < tokens.size()
                && !isIf(tokens.get(at), words, at == 0 || tokens.get(at - 1).isBreak())) at++;
        return at;
    }

    private static boolean isIf(Token token, String words, boolean first) {
        return first
                && token.is("NOT")
                && IF.contains(words.substring(token.from(), token.to()).toLowerCase(Locale.ROOT));
    }

    private static Optional<Boolean> isLonger(List<Token> said, Timeline now) {
        boolean length = Atoms.has(said, "LONGER")
                && said.stream().allMatch(token -> LENGTH.contains(token.concept()))
                && said.stream().filter(token -> token.is(Token.TIME)).count() == 1;
        if (!length) return Optional.empty();
        Duration most = said.stream()
                .filter(token -> token.is(Token.TIME))
                .map(token -> (Duration) token.value())
                .findFirst()
                .orElseThrow();
        return said.stream()
                .filter(token -> token.is(Token.CLIPREF))
                .findFirst()
                .map(token -> Clips.find(now, (ClipRef) token.value()))
                .map(clips ->
                        clips.stream().map(clip -> clip.range().duration()).toList())
                .or(() -> Optional.of(List.of(now.duration())))
                .filter(lengths -> lengths.size() == 1)
                .map(lengths -> now.rate().time(lengths.get(0)).compareTo(most) > 0);
    }

    private static List<Token> withClip(List<Token> deed, Optional<Token> clip) {
        return Atoms.has(deed, Token.CLIPREF)
                ? deed
                : behind(deed, clip.stream().toList());
    }

    private static List<Token> behind(List<Token> deed, List<Token> things) {
        int end = deed.get(deed.size() - 1).to();
        return Stream.concat(deed.stream(), things.stream().map(thing -> thing.at(end)))
                .toList();
    }
}
