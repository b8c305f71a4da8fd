package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tokens that have a {@link Shape}, and the words in which its joining says what they become. Places count from 0 and are those
 * of the tokens found; a joining that answers with nothing leaves them as they are. Pure.
 */
record Match(List<Token> tokens) {
    /** More are nobody's "the last few". */
    private static final int MOST_CLIPS = 20;

    Token at(int index) {
        return tokens.get(index);
    }

    /** Returns the time that is said as the {@code index}th of the times here. */
    Duration time(int index) {
        return (Duration) all(Token.TIME).get(index).value();
    }

    /** Returns the {@code index}th of the plain numbers here, in seconds. */
    Duration seconds(int index) {
        return seconds(all(Token.NUMBER).get(index));
    }

    /** "cut a second at 0:30": the {@code index}th token says how long, the last one from when on. */
    Token from(int index) {
        Duration in = time(1);
        Span span = new Span(Moment.at(in), Moment.at(in.plus(time(0))));
        return new Token(
                Token.SPAN, span, at(index).from(), at(tokens.size() - 1).to());
    }

    /** Returns the number at {@code index} as a time in seconds. */
    Token secondsAt(int index) {
        Token number = at(index);
        return number.as(Token.TIME, seconds(number));
    }

    /** Returns the whole number that the token at {@code index} names: a position, or a plain number. */
    int number(int index) {
        Object value = at(index).value();
        return value instanceof Double number
                ? number.intValue()
                : value.equals("") ? 0 : Integer.parseInt((String) value);
    }

    /** Returns the token at {@code index} as the clip of that number. */
    Token clipAt(int index) {
        Token token = at(index);
        return token.as(Token.CLIPREF, ClipRef.number(number(index)));
    }

    /** "the first two clips", "the last 3 clips"; one alone is said otherwise. */
    List<Token> several(int rank, int count) {
        if (Math.abs(rank) != 1 || count < 2 || count > MOST_CLIPS) return List.of();
        return IntStream.range(0, count)
                .mapToObj(at -> ClipRef.number(rank == 1 ? 1 + at : at - count))
                .flatMap(ref -> one(Token.CLIPREF, ref).stream())
                .toList();
    }

    /** "swap the last two": of clips, where nothing else is counted. */
    List<Token> swapped() {
        int rank = number(1);
        if (number(2) != 2 || Math.abs(rank) != 1) return List.of();
        return List.of(
                at(0),
                one(Token.CLIPREF, ClipRef.number(rank == 1 ? 1 : -2)).get(0),
                one(Token.CLIPREF, ClipRef.number(rank == 1 ? 2 : -1)).get(0));
    }

    /** "5 seconds shorter" is by as many; 5秒缩短 is said of something else. */
    List<Token> shorter() {
        boolean english =
                at(1).to() - at(1).from() == "shorter".length() && at(1).value().equals("");
        return english ? List.of(at(1), new Token("BY", "", at(1).to(), at(1).to()), at(0)) : List.of();
    }

    /** "start with the beach" moves it; "start with a title" adds one. */
    List<Token> opening() {
        boolean first = at(0).value().equals("first");
        if (!first && !at(0).value().equals("last")) return List.of();
        return List.of(at(0).as("MOVE"), at(1), new Token(first ? "FRONT" : "BACK", "", at(1).to(), at(1).to()));
    }

    /** "make it start with the last 3 seconds of clip 3". */
    List<Token> openingPart() {
        List<Token> clip = opening();
        if (clip.isEmpty()) return List.of();
        return Stream.of(clip.subList(0, 1), tokens.subList(1, tokens.size()), clip.subList(2, 3))
                .flatMap(List::stream)
                .toList();
    }

    /** "cut the first bit, up to 0:03". */
    List<Token> until() {
        if (!at(2).value().equals("until")) return List.of();
        return List.of(at(0), new Token(Token.SPAN, Span.first(time(0)), at(2).from(), at(3).to()));
    }

    /** 切成两半 cuts; 切成竖屏 does not. */
    List<Token> parted() {
        if (!at(0).value().equals("parts")) return List.of();
        return List.of(at(0).as("SPLIT"), at(1));
    }

    /** "so it starts when I start talking": what is silent before goes. */
    List<Token> silence(String end) {
        int from = at(0).from();
        int to = at(0).to();
        return List.of(
                new Token("REMOVE", "", from, to), new Token("SILENCE", "", from, to), new Token(end, "", from, to));
    }

    /** Returns the clips that are named, in order. */
    List<ClipRef> clips() {
        return all(Token.CLIPREF).stream().map(token -> (ClipRef) token.value()).toList();
    }

    /** Returns nothing where the end does not lie after the beginning. */
    List<Token> span(Duration in, Duration out) {
        return in.compareTo(out) < 0 ? span(new Span(Moment.at(in), Moment.at(out))) : List.of();
    }

    /** Returns all that was found as {@code span}. */
    List<Token> span(Span span) {
        return one(Token.SPAN, span);
    }

    /** Returns a share of the whole: its first for 1, its last for -1, else that in the middle. */
    List<Token> span(int rank, double share) {
        Moment in = rank == 1 ? Moment.START : share(rank == -1 ? 1 - share : 0.5 - share / 2);
        Moment out = rank == -1 ? Moment.END : share(rank == 1 ? share : 0.5 + share / 2);
        return share > 0 && share < 1 ? span(new Span(in, out)) : List.of();
    }

    /** "I want it to start at 0:06": this "to" leads nowhere. */
    List<Token> infinitive() {
        boolean english = at(0).to() - at(0).from() == "to".length();
        return english ? List.of(at(1)) : List.of();
    }

    /** Returns that {@code span} goes: the first token is the verb, the others say what. */
    List<Token> gone(Span span) {
        return List.of(
                at(0).as("REMOVE"),
                new Token(Token.SPAN, span, at(1).from(), at(tokens.size() - 1).to()));
    }

    /** "the first and last 10 seconds". */
    List<Token> bothEnds(int first, int last) {
        return number(first) == 1 && number(last) == -1 ? bothEnds() : List.of();
    }

    /** "take 4 seconds out of the middle". */
    List<Token> middle() {
        return List.of(at(0).as("REMOVE"), new Token(Token.SPAN, Span.middle(time(0)), at(1).from(), at(2).to()));
    }

    /** 第一段后面插入第三段: what is named last goes there. */
    List<Token> inserted() {
        int from = at(0).from();
        return List.of(
                at(2).as("MOVE").at(from),
                at(3).at(from),
                at(1).as(at(1).concept(), "").at(from),
                new Token(Token.CLIPREF, at(0).value(), from, at(3).to()));
    }

    /** "end clip 1 at 0:06". */
    List<Token> edgeOf(String edge) {
        return List.of(at(0).as(edge), at(3), at(1));
    }

    /** "the first and last second". */
    List<Token> bothSeconds() {
        boolean second = at(3).is("UNIT") || number(3) == 2;
        if (!second || number(0) != 1 || number(2) != -1) return List.of();
        Duration one = Duration.ofSeconds(1);
        return Stream.of(Span.first(one), Span.last(one))
                .flatMap(span -> one(Token.SPAN, span).stream())
                .toList();
    }

    /** Returns the first time said from the start, and as much before the end. */
    List<Token> bothEnds() {
        return Stream.of(Span.first(time(0)), Span.last(time(0)))
                .flatMap(span -> one(Token.SPAN, span).stream())
                .toList();
    }

    /** Returns the moment at {@code share} of the whole, 0 to 1. */
    List<Token> moment(double share) {
        return one("MOMENT", share(share));
    }

    /** Returns the moment that the token at {@code index} is. */
    Moment momentAt(int index) {
        return (Moment) at(index).value();
    }

    /** Returns whether the token at {@code index} says "one", as in "the second one". */
    boolean saysOne(int index) {
        boolean english = at(index).to() - at(index).from() == "one".length();
        return english && at(index).value().equals(1.0);
    }

    /** Returns whether the token at {@code index} is a kind of file that can only be heard. */
    boolean isSoundFile(int index) {
        return Set.of("mp3", "wav", "m4a").contains(at(index).value());
    }

    /** "the silences, but not the ones shorter than a second". */
    List<Token> longer() {
        Token limit = at(tokens.size() - 2);
        return List.of(at(0), limit.as("LONGER"), at(tokens.size() - 1));
    }

    /** 中间10秒不要; "between 10 s" needs another time. */
    List<Token> amid() {
        boolean chinese = at(0).to() - at(0).from() == "中间".length();
        if (!chinese) return List.of();
        return List.of(new Token(Token.SPAN, Span.middle(time(0)), at(0).from(), at(1).to()), at(2));
    }

    /** 从第10秒开始慢放3秒. */
    List<Token> lastingFrom() {
        Span span = new Span(Moment.at(time(0)), Moment.at(time(0).plus(time(1))));
        return List.of(
                at(3),
                new Token(Token.SPAN, span, at(0).from(), at(tokens.size() - 1).to()));
    }

    /** "everything up to 0:18" is the first 18 seconds; "everything down to 18 seconds" is a length. */
    List<Token> untilTime() {
        if (!at(1).value().equals("until")) return List.of();
        return List.of(at(0), new Token(Token.SPAN, Span.first(time(0)), at(1).from(), at(2).to()));
    }

    /** "the interview should go first" moves it; "the interview should go" would remove it. */
    List<Token> goes() {
        if (!at(1).value().equals("go")) return List.of();
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(1, at(1).as("MOVE"));
        return changed;
    }

    /** Returns the same tokens, the first of them as {@code concept}. */
    List<Token> headed(String concept) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(0, at(0).as(concept));
        return changed;
    }

    /** "the final 5 seconds": before what can be counted it is the last, else it is what was made. */
    List<Token> last() {
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(0, at(0).as("ORDINAL", "-1"));
        return changed;
    }

    private static Moment share(double share) {
        return new Moment(share, Duration.ZERO);
    }

    /** Returns all from {@code in} on. */
    List<Token> toEnd(Duration in) {
        return span(new Span(Moment.at(in), Moment.END));
    }

    /** Returns how long something is there. */
    List<Token> lasting(Duration length) {
        return List.of(one("FOR", "").get(0), new Token(Token.TIME, length, at(0).from(), at(1).to()));
    }

    /** "keep the last 3 seconds": it is a time, and not the last of several takes. */
    List<Token> kept(Duration last) {
        return List.of(at(0).as("KEEP"), at(1).as(Token.SPAN, Span.last(last)));
    }

    /** Returns all that was found as one {@code concept}. */
    List<Token> one(String concept, Object value) {
        return List.of(
                new Token(concept, value, at(0).from(), at(tokens.size() - 1).to()));
    }

    private List<Token> all(String concept) {
        return tokens.stream().filter(token -> token.is(concept)).toList();
    }

    private static Duration seconds(Token number) {
        return Duration.ofNanos(Math.round((Double) number.value() * 1e9));
    }
}
