package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/** Words that mean a clip where a clause is about clips: "the intro", "the middle one", "the third", "2 and 3". Pure. */
final class ClipWords {
    /** What is done to clips where nothing else is named. */
    private static final Set<String> OF_CLIPS = Clause.concepts(
            "REMOVE FASTER SLOWER SLOWMO SPEED RATE FACTOR REVERSE MUTE LOOK WARMTH LIGHT CONTRAST SATURATION LOUDER QUIETER COPY LOOP");

    private static final Set<String> NOT_OF_CLIPS = Clause.concepts(
            "CLIPREF SPAN TIME CLIP ADD PUT MOVE TITLE MUSIC TRANSITION SUBTITLES SENTENCE STEP UNDO REDO ORDER SPLIT TO FADEIN FADEOUT UNIT LOGO KEEP");

    private ClipWords() {}

    /** "put beach.mov before the intro": where there is a file of that name, it is meant and not how the video begins. */
    static Clause namedClip(Clause clause) {
        boolean clip = clause.hasAny("MOVE", "PUT", "SWAP", "COPY", "ORDER", "CLIP", Token.CLIPREF)
                || !clause.hasAny("REMOVE", "CUT", "TRIM", "KEEP", "SHORTEN", "ADD", "NOT")
                // "cut the intro to 3 seconds" leaves some of it.
                || (clause.has("TO") && clause.has(Token.TIME) && !clause.hasAny("REMOVE", "KEEP", "ADD", "NOT"));
        if (!clause.has("VAGUE") || !(clip || clause.has("HALF") || isOfIt(clause))) return clause;
        List<Token> tokens = clause.tokens().stream()
                .map(token -> clipNamed(clause.now(), token)
                        .map(ref -> token.as(Token.CLIPREF, ref))
                        .orElse(token))
                .toList();
        if (tokens.equals(clause.tokens())) return clause;
        // "the intro clip" is one clip, and "clip" says no more than that.
        Clause named = clause.with(tokens);
        return named.has("ALL") ? named : named.without("CLIP");
    }

    /** "the first 4 seconds of the intro"; "the intro, the first 4 seconds" says twice what is meant. */
    static boolean isOfIt(Clause clause) {
        List<Token> tokens = clause.tokens();
        return IntStream.range(1, tokens.size())
                .anyMatch(at -> tokens.get(at).is("VAGUE") && tokens.get(at - 1).is(Token.SPAN));
    }

    /** Returns the clip that {@code clause} names and nothing else, by its name or as "the intro", and how it is counted. */
    static Optional<ClipRef> clip(Clause clause) {
        List<Token> named = clause.tokens().stream()
                .filter(token -> !token.is("ORDINAL") && !token.is("CLIP"))
                .toList();
        if (named.size() != 1) return Optional.empty();
        return clipNamed(clause.now(), named.get(0)).or(() -> clause.one(Token.CLIPREF, ClipRef.class));
    }

    /** Returns the clip that "the intro" or "the outro" names: the one of such a file; empty where there is none. */
    static Optional<ClipRef> clipNamed(Timeline now, Token token) {
        if (!token.is("VAGUE")) return Optional.empty();
        List<String> stems =
                token.value().equals("opening") ? List.of("intro", "opening", "片头") : List.of("outro", "ending", "片尾");
        return now.clips().stream()
                .map(clip -> clip.name())
                .filter(name -> stems.stream().anyMatch(stem -> name.startsWith(stem + ".")))
                .map(ClipRef::named)
                .findFirst();
    }

    /** "the middle one" in a clause that is about no time. */
    static Clause middleClip(Clause clause) {
        boolean timed = clause.has(Token.TIME);
        return clause.with(withMiddle(
                clause.tokens(),
                clause.now(),
                next -> next.is("CLIP")
                        || (!timed && next.is(Token.NUMBER) && next.value().equals(1.0))));
    }

    /** Returns {@code tokens} with "the middle clip", of an odd number of them, as that one. */
    static List<Token> middleClips(List<Token> tokens, Timeline now) {
        return withMiddle(tokens, now, next -> next.is("CLIP"));
    }

    private static List<Token> withMiddle(List<Token> tokens, Timeline now, Predicate<Token> clip) {
        int count = Clips.of(now).size();
        if (count % 2 == 0) return tokens;
        ClipRef middle = ClipRef.number(count / 2 + 1);
        List<Token> result = new ArrayList<>();
        for (Token token : tokens) {
            int last = result.size() - 1;
            boolean named = last >= 0 && result.get(last).is("MIDDLE") && clip.test(token);
            if (named)
                result.set(
                        last, new Token(Token.CLIPREF, middle, result.get(last).from(), token.to()));
            else result.add(token);
        }
        return result;
    }

    /** Returns {@code tokens} with "the longest clip" and "every other clip" as those clips; of two that are as long nobody knows which. */
    static List<Token> pickedClips(List<Token> tokens, Timeline now) {
        List<Clips> clips = Clips.of(now);
        // Who keeps every other clip keeps the first; who takes every other one away leaves it.
        int first = Atoms.has(tokens, "KEEP") ? 1 : 2;
        return tokens.stream()
                .flatMap(token -> {
                    List<Clips> picked = token.is("EVERYOTHER")
                            ? clips.stream()
                                    .filter(clip -> clip.number() % 2 == first % 2)
                                    .toList()
                            : token.is("BYLENGTH")
                                    ? byLength(clips, token.value().equals("longest"))
                                    : List.of();
                    if (!token.is("EVERYOTHER") && !token.is("BYLENGTH")) return Stream.of(token);
                    return picked.isEmpty() || clips.size() < 2
                            ? Stream.of(token.as(Token.UNKNOWN, ""))
                            : picked.stream().map(clip -> token.as(Token.CLIPREF, ClipRef.number(clip.number())));
                })
                .toList();
    }

    private static List<Clips> byLength(List<Clips> clips, boolean longest) {
        LongStream lengths = clips.stream().mapToLong(clip -> clip.range().duration());
        OptionalLong wanted = longest ? lengths.max() : lengths.min();
        List<Clips> found = clips.stream()
                .filter(clip -> wanted.equals(OptionalLong.of(clip.range().duration())))
                .toList();
        return found.size() == 1 ? found : List.of();
    }

    /** Returns the clip that {@code token} is the rank of: "the third", in a clause that counts nothing else. */
    static Optional<ClipRef> ranked(Clause clause, Token token) {
        if (!token.is("ORDINAL") || clause.hasAny(Token.TIME, Token.NUMBER)) return Optional.empty();
        return Optional.of(ClipRef.number(Integer.parseInt(token.text())));
    }

    /** "halve the speed of the third", "reverse the last": what else there is of which one is the third. */
    static Clause rankedClip(Clause clause) {
        // "the first and the last few seconds": what goes may be time.
        boolean done =
                !clause.has("REMOVE") && clause.tokens().stream().anyMatch(token -> OF_CLIPS.contains(token.concept()));
        boolean other = clause.tokens().stream().anyMatch(token -> NOT_OF_CLIPS.contains(token.concept()));
        if (!done || other || clause.count("ORDINAL") != 1) return clause;
        return clause.with(clause.tokens().stream()
                .map(token -> ranked(clause, token)
                        .map(ref -> token.as(Token.CLIPREF, ref))
                        .orElse(token))
                .toList());
    }

    /** "make 2 and 3 black and white": several numbers, none higher than that of the last clip, count clips. */
    static Clause numberedClips(Clause clause) {
        List<Double> numbers = clause.all(Token.NUMBER, Double.class);
        int count = Clips.of(clause.now()).size();
        boolean clips = numbers.size() > 1
                && numbers.stream().distinct().count() == numbers.size()
                && numbers.stream().allMatch(number -> number == Math.rint(number) && number >= 1 && number <= count)
                && clause.count(Token.SOFT) == numbers.size() - 1;
        boolean done = clause.tokens().stream()
                .anyMatch(token -> OF_CLIPS.contains(token.concept()) || token.is("SWAP") || token.is("JOIN"));
        boolean other = clause.tokens().stream().anyMatch(token -> NOT_OF_CLIPS.contains(token.concept()));
        if (!clips || !done || other || clause.has("ORDINAL")) return clause;
        return clause.with(clause.tokens().stream()
                .map(token -> token.is(Token.NUMBER)
                        ? token.as(Token.CLIPREF, ClipRef.number(((Double) token.value()).intValue()))
                        : token)
                .toList());
    }
}
