package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/**
 * A new order of all clips that is told one by one: "play clip 3, then clip 1, then clip 2", 先放第三段，再放第一段，最后第二段. It is
 * told as an order only if every clip is named, each once. Pure.
 */
final class Sequence {
    private static final Set<String> VERBS = Clause.concepts("PLAY PUT MOVE ADD GO BE");
    private static final Set<String> FIRST = Clause.concepts("FRONT START ORDINAL");
    private static final Set<String> LAST = Clause.concepts("BACK END FINAL ORDINAL");

    private Sequence() {}

    /**
     * Returns {@code tokens} with the order as one clause.
     *
     * @param words the sentence
     */
    static List<Token> meant(List<Token> tokens, String words, Timeline now) {
        List<Clips> clips = Clips.of(now);
        List<int[]> steps = steps(tokens);
        for (int at = 0; clips.size() > 1 && at + clips.size() <= steps.size(); at++) {
            List<int[]> row = steps.subList(at, at + clips.size());
            Optional<List<Token>> order = order(tokens, row, words, now);
            boolean told = startsWithVerb(tokens, row) || steps.size() == row.size();
            if (order.isPresent() && told) return replaced(tokens, row, order.get());
        }
        return tokens;
    }

    private static boolean startsWithVerb(List<Token> tokens, List<int[]> row) {
        return VERBS.contains(tokens.get(row.get(0)[0]).concept());
    }

    /** Returns where what stands between commas and "then" begins and ends. */
    private static List<int[]> steps(List<Token> tokens) {
        List<int[]> steps = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i < tokens.size() && !tokens.get(i).isBreak()) continue;
            if (i > from) steps.add(new int[] {from, i});
            from = i + 1;
        }
        return steps;
    }

    private static Optional<List<Token>> order(List<Token> tokens, List<int[]> row, String words, Timeline now) {
        boolean then = IntStream.range(row.get(0)[0], row.get(row.size() - 1)[1])
                .anyMatch(at -> tokens.get(at).is(Token.HARD));
        List<Token> named = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            List<Token> step = tokens.subList(row.get(i)[0], row.get(i)[1]);
            clip(step, i == 0, i == row.size() - 1, words, now).ifPresent(named::add);
        }
        long different = named.stream()
                .flatMap(token -> Clips.find(now, (ClipRef) token.value()).stream())
                .map(Clips::number)
                .distinct()
                .count();
        boolean played = tokens.get(row.get(0)[0]).is("PLAY");
        boolean all = (then || played) && named.size() == row.size() && different == row.size();
        return all ? Optional.of(named) : Optional.empty();
    }

    /** Returns the one clip of a step of which nothing else is said than where it comes. */
    private static Optional<Token> clip(List<Token> step, boolean first, boolean last, String words, Timeline now) {
        List<Token> named = new ArrayList<>();
        for (Token token : step) {
            Optional<ClipRef> ref = ref(token, words, now);
            boolean front =
                    first && FIRST.contains(token.concept()) && !token.value().equals("-1");
            boolean back =
                    last && LAST.contains(token.concept()) && !token.value().equals("1");
            if (ref.isPresent()) named.add(token.as(Token.CLIPREF, ref.get()));
            else if (!VERBS.contains(token.concept()) && !front && !back) return Optional.empty();
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static Optional<ClipRef> ref(Token token, String words, Timeline now) {
        if (token.is(Token.CLIPREF)) return Optional.of((ClipRef) token.value());
        if (token.is(Token.NUMBER)) return Optional.of(ClipRef.number(((Double) token.value()).intValue()));
        // 再放第一段: here the word for "in the first place" is a verb and a clip.
        boolean placed =
                token.is("FRONT") && words.substring(token.from(), token.to()).startsWith("放第一");
        return placed ? Optional.of(ClipRef.number(1)) : ClipWords.clipNamed(now, token);
    }

    private static List<Token> replaced(List<Token> tokens, List<int[]> row, List<Token> order) {
        int from = tokens.get(row.get(0)[0]).from();
        Token head = new Token("ORDER", "", from, from);
        return Stream.of(
                        tokens.subList(0, row.get(0)[0]).stream(),
                        Stream.of(head),
                        order.stream(),
                        tokens.subList(row.get(row.size() - 1)[1], tokens.size()).stream())
                .flatMap(part -> part)
                .toList();
    }
}
