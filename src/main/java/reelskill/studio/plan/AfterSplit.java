package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the parts are called that a split has just made: "split it at 0:25 and move the second part to the front". Pure. */
final class AfterSplit {
    /** "the second part", "the 2nd and 4th bits", "the second one": of clips none of these would be said behind a cut. */
    private static final Pattern PART = Pattern.compile(
            "\\w+(?:(?:, and|,| and| &) (?:the )?\\w+)* (?:ones?|(?:part|piece|bit|section|portion|chunk|segment)s?|half)\\b.*",
            Pattern.DOTALL);

    private static final Set<String> SWAPPED = Clause.concepts("SWAP PART CLIP AROUND NUMBER ALL HALVES");

    private static final Pattern SIDE = Pattern.compile("[前后][面边头]");

    private AfterSplit() {}

    /**
     * Returns {@code tokens} with the times of the parts in place of their numbers.
     *
     * @param words the sentence in which the tokens stand
     * @param done what the sentence asked for before
     */
    static List<Token> named(List<Token> tokens, String words, List<EditOperation> done) {
        boolean timed = tokens.stream().anyMatch(token -> token.is(Token.SPAN));
        // "the last bit, from 1:22 on": the times say which part, and it is no clip.
        if (timed)
            return ofClip(
                    tokens.stream()
                            .filter(token -> !isPart(token, words) || !isTimed(token, tokens))
                            .toList(),
                    done);
        Optional<SplitAt> split = done.isEmpty()
                ? Optional.empty()
                : Optional.of(done.get(done.size() - 1))
                        .filter(SplitAt.class::isInstance)
                        .map(SplitAt.class::cast)
                        .filter(AfterSplit::isOrdered);
        if (split.isEmpty()) return tokens;
        boolean two = split.get().moments().size() == 1;
        if (two && swaps(tokens) && split.get().within().isEmpty()) return moved(tokens, split.get());
        List<Token> parts = tokens.stream()
                .flatMap(token -> part(token, words, split.get()).stream())
                .toList();
        return two ? beside(parts, split.get()) : withMiddle(parts, split.get());
    }

    /** 把第一段切成两半，后一半删掉: of that clip, and not of the video. */
    private static List<Token> ofClip(List<Token> tokens, List<EditOperation> done) {
        boolean named = tokens.stream()
                .anyMatch(token -> token.is(Token.CLIPREF) || token.is("VIDEO") || token.is("EVERYTHING"));
        boolean halves = tokens.stream()
                .filter(token -> token.is(Token.SPAN))
                .map(token -> (Span) token.value())
                .allMatch(span -> span.in().equals(Moment.MIDDLE) || span.out().equals(Moment.MIDDLE));
        if (named || !halves || done.isEmpty() || !(done.get(done.size() - 1) instanceof SplitAt split)) return tokens;
        if (split.moments().size() != 1) return tokens;
        if (!split.moments().equals(List.of(Moment.MIDDLE))) return halves(tokens, split);
        return Stream.concat(tokens.stream(), split.within().stream().map(ref -> new Token(Token.CLIPREF, ref, 0, 0)))
                .toList();
    }

    /** 在40秒处分割，前半段静音: what was split in two has these two halves. */
    private static List<Token> halves(List<Token> tokens, SplitAt split) {
        return tokens.stream()
                .flatMap(token -> token.is(Token.SPAN)
                        ? spans(
                                token,
                                part(
                                        split.moments(),
                                        ((Span) token.value()).in().equals(Moment.START) ? 0 : 1),
                                split)
                                .stream()
                        : Stream.of(token))
                .toList();
    }

    /** "split it at 0:30 and swap them": the second part goes before the first. */
    private static boolean swaps(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is("SWAP"))
                && tokens.stream().allMatch(token -> SWAPPED.contains(token.concept()));
    }

    private static List<Token> moved(List<Token> tokens, SplitAt split) {
        Token swap = tokens.get(0);
        Span second = new Span(split.moments().get(0), Moment.END);
        return List.of(
                swap.as("MOVE"),
                new Token(Token.SPAN, second, swap.to(), swap.to()),
                new Token("FRONT", "", swap.to(), swap.to()));
    }

    /** "… then delete the bit before it": what stands before or after the cut. */
    private static List<Token> beside(List<Token> tokens, SplitAt split) {
        List<Token> result = new ArrayList<>();
        for (Token token : tokens) {
            boolean before = token.is("BEFORE");
            boolean last = token.equals(tokens.get(tokens.size() - 1));
            boolean cut = (last || token.value().equals("it")) && (before || token.is("AFTER")) && !result.isEmpty();
            if (!cut) {
                result.add(token);
                continue;
            }
            Moment at = split.moments().get(0);
            result.removeIf(it -> it.is("PART") || it.is("EVERYTHING") || it.is("ALL"));
            result.addAll(spans(token, before ? new Span(Moment.START, at) : new Span(at, Moment.END), split));
        }
        return result;
    }

    private static List<Token> part(Token token, String words, SplitAt split) {
        List<Moment> cuts = split.moments();
        // "cut it at 0:30 and throw away the rest": what stood before the cut is what was looked at.
        if (token.is("RESTGONE") && cuts.size() == 1)
            return named(token.as("REMOVE"), new Span(cuts.get(0), Moment.END), split);
        // 在10秒切开，后面的删掉
        boolean one = cuts.size() == 1;
        if (one && isSide(token, words, "后")) return spans(token, part(cuts, 1), split);
        if (one && isSide(token, words, "前")) return spans(token, part(cuts, 0), split);
        if (!isPart(token, words)) return List.of(token);
        int number = ((ClipRef) token.value()).number();
        int index = number > 0 ? number - 1 : cuts.size() + 1 + number;
        return index < 0 || index > cuts.size() ? List.of(token) : spans(token, part(cuts, index), split);
    }

    /** Returns the part at {@code index}, counted from 0, between two cuts or a cut and an end. */
    private static Span part(List<Moment> cuts, int index) {
        return new Span(
                index == 0 ? Moment.START : cuts.get(index - 1), index == cuts.size() ? Moment.END : cuts.get(index));
    }

    /** Two cuts make a middle: "… and drop the middle piece". */
    private static List<Token> withMiddle(List<Token> tokens, SplitAt split) {
        if (split.moments().size() != 2) return tokens;
        List<Token> result = new ArrayList<>();
        for (Token token : tokens) {
            boolean middle = !result.isEmpty()
                    && (result.get(result.size() - 1).is("MIDDLE")
                            || result.get(result.size() - 1).is("BETWEEN"))
                    && (token.is("PART") || token.is("CLIP") || token.value().equals(1.0));
            if (!middle) {
                result.add(token);
                continue;
            }
            Token name = result.remove(result.size() - 1);
            result.addAll(spans(name, part(split.moments(), 1), split));
        }
        return result;
    }

    private static boolean isOrdered(SplitAt split) {
        List<Moment> cuts = split.moments();
        for (int i = 1; i < cuts.size(); i++) {
            Moment one = cuts.get(i - 1);
            Moment other = cuts.get(i);
            boolean later = one.share() == other.share()
                    ? one.offset().compareTo(other.offset()) < 0
                    : one.offset().equals(other.offset()) && one.share() < other.share();
            if (!later) return false;
        }
        return true;
    }

    private static boolean isSide(Token token, String words, String side) {
        return (token.is("AFTER") || token.is("BEFORE"))
                && SIDE.matcher(words.substring(token.from(), token.to())).matches()
                && words.startsWith(side, token.from());
    }

    /** Returns whether the times end, or begin, where that part does: those of "the second part" are its own. */
    private static boolean isTimed(Token part, List<Token> tokens) {
        int number = ((ClipRef) part.value()).number();
        return tokens.stream()
                .filter(token -> token.is(Token.SPAN))
                .map(token -> (Span) token.value())
                .anyMatch(span -> number == 1
                        ? span.in().equals(Moment.START)
                        : number == -1 && span.out().equals(Moment.END));
    }

    private static boolean isPart(Token token, String words) {
        return token.is(Token.CLIPREF)
                && token.to() > token.from()
                && PART.matcher(words.substring(token.from()).toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static List<Token> named(Token verb, Span span, SplitAt split) {
        return Stream.concat(Stream.of(verb), spans(verb, span, split).stream()).toList();
    }

    private static List<Token> spans(Token place, Span span, SplitAt split) {
        Stream<Token> clip = split.within().stream().map(ref -> place.as(Token.CLIPREF, ref));
        return Stream.concat(Stream.of(place.as(Token.SPAN, span)), clip).toList();
    }
}
