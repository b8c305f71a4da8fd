package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Other ways to say a clause that no rule knows as it was said: without an "only" that a named part makes needless, with
 * the other clips in place of "all except the last", with the times alone where a part is named and timed. Pure.
 */
final class Paraphrase {
    private static final Set<String> WHOLE = Clause.concepts("EVERYTHING ALL VIDEO EXCEPT");
    private static final Set<String> PIECES = Clause.concepts("HALF SIDE POSITION PERCENT FRACTION SHARE");
    /** What a part is called that its times say better. */
    private static final Set<String> NAMES = Clause.concepts("MIDDLE PART VAGUE BORING ADJECTIVE REMARK");

    private static final Set<String> VERBS = Clause.concepts(
            "REMOVE CUT TRIM SPLIT JOIN MOVE PUT SWAP FADEIN FADEOUT FADEBOTH FASTER SLOWER SLOWMO REVERSE FREEZE MUTE"
                    + " EXPORT ADD CHANGE AUTOCOLOUR DENOISE STEADY LOOK");

    private static final Set<String> DEGREES =
            Clause.concepts("SCALE MOREBIT LESSBIT LIGHT WARMTH LOUDER QUIETER SATURATION");

    private static final List<UnaryOperator<Clause>> WAYS = List.of(
            Paraphrase::others,
            Paraphrase::seconds,
            Paraphrase::spans,
            Paraphrase::timed,
            MiddlePart::timed,
            ClipWords::namedClip,
            ClipWords::middleClip,
            ClipWords::rankedClip,
            ClipWords::numberedClips,
            Paraphrase::plain,
            Paraphrase::exactly,
            Paraphrase::unremarked,
            Paraphrase::lasting);

    private Paraphrase() {}

    /** Returns what the rules make of {@code clause}, or else of another way to say it, if it is {@code accepted}. */
    static Optional<Reading> read(Clause clause, Predicate<Reading> accepted) {
        return Stream.concat(
                        Stream.of(clause),
                        Stream.concat(WAYS.stream(), Stream.of(Paraphrase::inEveryWay))
                                .map(way -> way.apply(clause))
                                .filter(other -> !other.tokens().equals(clause.tokens()))
                                .map(Paraphrase::asSeen))
                .flatMap(said -> Rules.read(said).filter(accepted).stream())
                .findFirst();
    }

    private static Clause inEveryWay(Clause clause) {
        Clause said = clause;
        for (UnaryOperator<Clause> way : WAYS) said = way.apply(said);
        return said;
    }

    /** The clips are those that were there before the sentence moved any. */
    private static Clause asSeen(Clause clause) {
        return clause.with(Numbers.named(clause.tokens(), clause.last().get(), clause.now()));
    }

    /** "everything except the last clip" is all the other clips; "except the first 5 seconds" all the other time. */
    private static Clause others(Clause clause) {
        int except = indexOf(clause.tokens(), "EXCEPT");
        if (except < 0 || clause.count("EXCEPT") > 1) return clause;
        // 视频控制在15秒以内，第一段不要动: all of it together, and not each of the others.
        if (clause.has("VIDEO") && clause.has("ATMOST") && clause.has(Token.TIME)) return clause;
        List<Token> spared = sparedClips(
                clause, clause.tokens().subList(except, clause.tokens().size()));
        boolean rest = spared.stream().skip(1).allMatch(token -> !isOther(token));
        boolean others = spared.stream()
                .anyMatch(token -> token.is("OTHERS") || token.value().equals("rest"));
        if (rest && others && clause.has(Token.CLIPREF)) return withoutOthers(clause);
        Clause after = clause.with(spared);
        // "everything except the left half of clip 2" spares no clip.
        if (spared.stream().anyMatch(token -> PIECES.contains(token.concept()))) return clause;
        List<Token> kept = new ArrayList<>(clause.tokens().subList(0, except).stream()
                .filter(token -> !WHOLE.contains(token.concept()) && !token.is(Token.SOFT))
                .toList());
        // "song.mp3 under everything but clip 2" names no other clip.
        boolean named = kept.stream().anyMatch(token -> token.is(Token.SPAN))
                || !Clips.numbers(clause.now(), kept).isEmpty();
        List<Token> left = after.spans().isEmpty() ? otherClips(after) : otherTime(after);
        Optional<Clause> less = less(clause, kept, after);
        if (less.isPresent()) return less.get();
        // "clip 2, except the first 10 seconds of it": the other time of that clip.
        boolean ofIt = !after.spans().isEmpty()
                && kept.stream().filter(token -> token.is(Token.CLIPREF)).count() == 1
                && kept.stream().noneMatch(token -> token.is(Token.SPAN));
        if ((named && !ofIt) || left.isEmpty()) return clause;
        kept.addAll(left);
        spared.stream().filter(token -> !isSpared(token)).forEach(kept::add);
        return clause.with(kept);
    }

    /** "all but the intro", "but not the last": behind this word a clip needs no more to be one. */
    private static List<Token> sparedClips(Clause clause, List<Token> spared) {
        return spared.stream()
                .map(token -> ClipWords.clipNamed(clause.now(), token)
                        .or(() -> ClipWords.ranked(clause, token))
                        .map(ref -> token.as(Token.CLIPREF, ref))
                        .orElse(token))
                .toList();
    }

    /** "the second half, except the last 5 seconds": both end there, or begin. */
    private static Optional<Clause> less(Clause clause, List<Token> kept, Clause spared) {
        List<Token> spans = kept.stream().filter(token -> token.is(Token.SPAN)).toList();
        if (spans.size() != 1 || spared.spans().size() != 1 || !spared.clips().isEmpty()) return Optional.empty();
        Span all = (Span) spans.get(0).value();
        Span but = spared.spans().get(0);
        boolean ends = all.out().equals(but.out());
        if (ends == all.in().equals(but.in())) return Optional.empty();
        Span left = ends ? new Span(all.in(), but.in()) : new Span(but.out(), all.out());
        return Optional.of(clause.with(kept.stream()
                .map(token -> token.is(Token.SPAN) ? token.as(Token.SPAN, left) : token)
                .toList()));
    }

    /** "the interview, but not the other ones": said to be sure. */
    private static Clause withoutOthers(Clause clause) {
        return clause.with(clause.tokens().stream()
                .filter(token -> !token.is("EXCEPT")
                        && !token.is("OTHERS")
                        && !token.value().equals("rest"))
                .toList());
    }

    private static boolean isOther(Token token) {
        return token.is(Token.CLIPREF) || token.is(Token.SPAN) || token.is("ORDINAL") || token.is("VAGUE");
    }

    private static boolean isSpared(Token token) {
        return token.is("EXCEPT") || token.is(Token.CLIPREF) || token.is(Token.SPAN) || token.is(Token.SOFT);
    }

    private static List<Token> otherClips(Clause spared) {
        List<Clips> all = Clips.of(spared.now());
        List<Integer> named = spared.clips().stream()
                .flatMap(ref -> Clips.find(spared.now(), ref).stream())
                .map(Clips::number)
                .toList();
        if (named.isEmpty()) return List.of();
        return all.stream()
                .filter(clip -> !named.contains(clip.number()))
                .map(clip -> new Token(Token.CLIPREF, ClipRef.number(clip.number()), 0, 0))
                .toList();
    }

    /** Returns the time beside the one span of {@code spared}; none where it has several, or clips. */
    static List<Token> otherTime(Clause spared) {
        if (spared.spans().size() != 1 || !spared.clips().isEmpty()) return List.of();
        Span span = spared.spans().get(0);
        return Stream.of(new Span(Moment.START, span.in()), new Span(span.out(), Moment.END))
                .filter(other -> !other.in().equals(other.out()))
                .map(other -> new Token(Token.SPAN, other, 0, 0))
                .toList();
    }

    /** "the middle bit, from 0:20 to 0:45": the times say which. */
    private static Clause timed(Clause clause) {
        // "the first 4 seconds of the intro" are not called so.
        if (ClipWords.isOfIt(clause)
                && (clause.has("KEEP") || !ClipWords.namedClip(clause).equals(clause))) return clause;
        boolean named = clause.hasAny("MIDDLE", "VAGUE", "BORING", "PART", "REMARK");
        if (clause.spans().isEmpty() || !named) return clause;
        return clause.with(clause.tokens().stream()
                .filter(token -> !NAMES.contains(token.concept()))
                .toList());
    }

    /** "keep the last ten": more than there are clips, or behind what was said in seconds, the number counts seconds. */
    private static Clause seconds(Clause clause) {
        boolean timed = clause.hasAny("REMOVE", "CUT", "TRIM", "KEEP", "FADEIN", "FADEOUT", "AGAIN");
        if (!timed || clause.hasAny("SENTENCE", "STEP", "CLIP") || clause.count(Token.NUMBER) != 1) return clause;
        boolean goesOn = clause.last().get().stream().anyMatch(Paraphrase::isOfTime);
        List<Token> tokens = new ArrayList<>();
        for (Token token : clause.tokens()) {
            Token last = tokens.isEmpty() ? token : tokens.get(tokens.size() - 1);
            Optional<Span> span = edge(last, token).filter(it -> goesOn || isManyClips(clause, token));
            span.ifPresent(it -> tokens.set(tokens.size() - 1, new Token(Token.SPAN, it, last.from(), token.to())));
            if (span.isEmpty()) tokens.add(token);
        }
        return tokens.size() == clause.tokens().size() ? clause : clause.with(tokens);
    }

    /** "cut 5-8, 12-15 and 40-42 s": the unit is told once for all; words that are shown "from 5 to 8" are so in seconds. */
    private static Clause spans(Clause clause) {
        boolean shown = (clause.has(Token.QUOTE) || clause.hasAny("PIP", "POSITION", "LOGO", "BROLL"))
                && clause.has("FROM")
                && clause.count(Token.NUMBER) == 2;
        if ((clause.spans().isEmpty() && !shown) || clause.count(Token.NUMBER) < 2) return clause;
        List<Token> tokens = new ArrayList<>(clause.tokens());
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean range = tokens.get(i).is(Token.NUMBER)
                    && tokens.get(i + 1).is("TO")
                    && tokens.get(i + 2).is(Token.NUMBER);
            if (!range) continue;
            Duration in = seconds(tokens.get(i));
            Duration out = seconds(tokens.get(i + 2));
            if (in.compareTo(out) >= 0) return clause;
            Token span = new Token(
                    Token.SPAN,
                    new Span(Moment.at(in), Moment.at(out)),
                    tokens.get(i).from(),
                    tokens.get(i + 2).to());
            tokens.subList(i, i + 3).clear();
            tokens.add(i, span);
            if (shown && i > 0 && tokens.get(i - 1).is("FROM")) tokens.remove(i - 1);
        }
        return clause.with(tokens);
    }

    private static boolean isOfTime(EditOperation done) {
        return done instanceof RemoveRanges
                || done instanceof KeepRanges
                || done instanceof Fade
                || (done instanceof SetSpeed speed && !speed.target().spans().isEmpty())
                || (done instanceof SetVolume volume && !volume.spans().isEmpty());
    }

    private static Duration seconds(Token number) {
        return Duration.ofNanos(Math.round((Double) number.value() * 1e9));
    }

    private static boolean isManyClips(Clause clause, Token number) {
        return (Double) number.value() > Clips.of(clause.now()).size();
    }

    private static Optional<Span> edge(Token rank, Token number) {
        if (!number.is(Token.NUMBER)) return Optional.empty();
        Duration length = seconds(number);
        boolean first = rank.value().equals(rank.is("ORDINAL") ? "1" : "opening");
        boolean last = rank.value().equals(rank.is("ORDINAL") ? "-1" : "ending");
        if (!rank.is("ORDINAL") && !rank.is("VAGUE")) return Optional.empty();
        return first ? Optional.of(Span.first(length)) : last ? Optional.of(Span.last(length)) : Optional.empty();
    }

    /** "1.5x for the interview only": where a part is named, nothing else was meant anyway. */
    private static Clause plain(Clause clause) {
        boolean part = clause.hasAny(Token.CLIPREF, Token.SPAN);
        boolean needless = clause.has("ONLY")
                && !clause.has("KEEP")
                && (part || clause.tokens().stream().anyMatch(token -> VERBS.contains(token.concept())));
        return needless ? clause.without("ONLY") : clause;
    }

    /** "about 3 seconds off the start" has to be at some moment; "speed up what's left" means all there is then. */
    private static Clause exactly(Clause clause) {
        return clause.without("ABOUT").without("LEFT");
    }

    /** 字幕太小了看不清 says what is to be otherwise; 转场不好看 does not. */
    private static Clause unremarked(Clause clause) {
        boolean wants = clause.tokens().stream()
                .anyMatch(token -> VERBS.contains(token.concept()) || DEGREES.contains(token.concept()));
        return wants ? clause.without("REMARK") : clause;
    }

    /** "zoom in at 0:10 for 2 seconds": what is done to a part begins there and lasts so long. */
    private static Clause lasting(Clause clause) {
        boolean cuts = clause.hasAny("REMOVE", "CUT", "TRIM", "KEEP", "SPLIT");
        if (cuts && !clause.has("SOUND")) return clause;
        List<Token> tokens = new ArrayList<>(clause.tokens());
        for (int i = 0; i + 3 < tokens.size(); i++) {
            boolean part = tokens.get(i).is("AT")
                    && tokens.get(i + 1).is(Token.TIME)
                    && tokens.get(i + 2).is("FOR")
                    && tokens.get(i + 3).is(Token.TIME);
            if (!part) continue;
            Duration in = (Duration) tokens.get(i + 1).value();
            Duration out = in.plus((Duration) tokens.get(i + 3).value());
            Span span = new Span(Moment.at(in), Moment.at(out));
            Token whole = new Token(
                    Token.SPAN, span, tokens.get(i).from(), tokens.get(i + 3).to());
            tokens.subList(i, i + 4).clear();
            tokens.add(i, whole);
            return clause.with(tokens);
        }
        return clause;
    }

    private static int indexOf(List<Token> tokens, String concept) {
        for (int i = 0; i < tokens.size(); i++) if (tokens.get(i).is(concept)) return i;
        return -1;
    }
}
