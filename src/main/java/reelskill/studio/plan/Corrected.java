package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.language.Language;

/** A Chinese message that takes back what it just said: 前五秒静音，不对，前十秒. Pure. */
final class Corrected {
    private static final Pattern WRONG = Pattern.compile("不[对對]|[说說搞弄][错錯]|[错錯]了|[哦噢喔呃]不");
    /** What can stand in the place of another one of its kind. */
    private static final Set<String> VALUES = Clause.concepts(
            "SPAN CLIPREF TIME NUMBER FACTOR RATE PERCENT QUOTE COLOR MOOD RATIO POSITION DECIBELS LINES");

    private static final Set<String> EMPTY = Clause.concepts("SOFT HARD UNKNOWN FILLER TO CHANGE");

    private Corrected() {}

    /** Returns where in {@code tokens} it takes something back; -1 where nowhere, or where nothing stands on one side. */
    static int at(List<Token> tokens, String sentence) {
        if (Language.of(sentence) != Language.CHINESE) return -1;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean back = token.is("INSTEAD")
                    && WRONG.matcher(sentence.substring(token.from(), token.to()))
                            .find();
            if (back) return i;
        }
        return -1;
    }

    /** Returns what is meant: the wish before with what is said of it behind, else the one behind, there or for the place before. */
    static List<Token> meant(List<Token> tokens, int at) {
        List<Token> before = Atoms.trimmed(tokens.subList(0, at));
        List<Token> after = Atoms.trimmed(tokens.subList(at + 1, tokens.size()).stream()
                .filter(token -> !token.is("ONLY") && !token.is(Token.UNKNOWN))
                .toList());
        return replaced(before, after).orElseGet(() -> other(before, after));
    }

    /** 第二段倒放，不对，静音: the other thing is done there; whatever was said before the wish that is taken back, stays. */
    private static List<Token> other(List<Token> before, List<Token> after) {
        int from = before.size();
        while (from > 0 && !(before.get(from - 1).isBreak() && isDone(clauseBefore(before, from - 1)))) from--;
        List<Token> taken = before.subList(from, before.size());
        boolean placed = after.stream().anyMatch(Narrowing::isPart);
        List<Token> where = taken.stream()
                .filter(token -> !placed && Narrowing.isPart(token))
                .toList();
        List<Token> meant = Stream.concat(where.stream(), after.stream()).toList();
        return from == 0
                ? meant
                : Stream.concat(before.subList(0, from).stream(), meant.stream())
                        .toList();
    }

    /** Returns the clause that ends at {@code end}. */
    private static List<Token> clauseBefore(List<Token> tokens, int end) {
        int from = end;
        while (from > 0 && !tokens.get(from - 1).isBreak()) from--;
        return tokens.subList(from, end);
    }

    private static boolean isDone(List<Token> clause) {
        return clause.stream().anyMatch(token -> !Narrowing.isPart(token));
    }

    private static Optional<List<Token>> replaced(List<Token> before, List<Token> after) {
        List<Token> values =
                after.stream().filter(token -> !EMPTY.contains(token.concept())).toList();
        List<Token> result = new ArrayList<>(before);
        for (Token value : values) {
            int at = VALUES.contains(value.concept()) ? last(before, value.concept()) : -1;
            if (at < 0) return Optional.empty();
            result.set(at, value.at(before.get(at).from()));
        }
        long kinds = values.stream().map(Token::concept).distinct().count();
        return values.isEmpty() || kinds < values.size() ? Optional.empty() : Optional.of(result);
    }

    private static int last(List<Token> tokens, String concept) {
        for (int i = tokens.size() - 1; i >= 0; i--) if (tokens.get(i).is(concept)) return i;
        return -1;
    }
}
