package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rows of tokens between commas, "and" and full stops: the smallest pieces that can be clauses. Pure. */
final class Atoms {
    private Atoms() {}

    /**
     * Returns what stands between the separators, without empty rows.
     *
     * @param trim takes out of each row, which it may change, what says nothing in it
     */
    static List<List<Token>> split(List<Token> tokens, String separator, Consumer<List<Token>> trim) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        for (Token token : tokens) {
            if (!token.is(separator)) {
                open.add(token);
                continue;
            }
            if (!open.isEmpty()) parts.add(open);
            open = new ArrayList<>();
        }
        if (!open.isEmpty()) parts.add(open);
        parts.forEach(trim);
        return parts;
    }

    /** Returns all tokens of {@code atoms}, with an "and" between any two of them. */
    static List<Token> joined(List<List<Token>> atoms) {
        List<Token> tokens = new ArrayList<>();
        for (List<Token> atom : atoms) {
            if (!tokens.isEmpty()) tokens.add(new Token(Token.SOFT, "", 0, 0));
            tokens.addAll(atom);
        }
        return tokens;
    }

    /** Returns {@code atoms} with each row of nothing but spans as one: five hundred ranges to remove are one wish. */
    static List<List<Token>> listed(List<List<Token>> atoms) {
        List<List<Token>> rows = new ArrayList<>();
        for (List<Token> atom : atoms) {
            List<Token> before = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
            boolean goesOn = !before.isEmpty()
                    && before.get(before.size() - 1).is(Token.SPAN)
                    && atom.stream().allMatch(token -> token.is(Token.SPAN));
            if (goesOn) {
                before.add(new Token(Token.SOFT, "", 0, 0));
                before.addAll(atom);
            } else {
                rows.add(new ArrayList<>(atom));
            }
        }
        return rows;
    }

    static int from(List<List<Token>> atoms) {
        return atoms.get(0).get(0).from();
    }

    static int to(List<List<Token>> atoms) {
        List<Token> last = atoms.get(atoms.size() - 1);
        return last.get(last.size() - 1).to();
    }

    /** Returns where the row that begins at {@code from} ends: at the next break, or behind the last token. */
    static int end(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && !tokens.get(end).isBreak()) end++;
        return end;
    }

    /** Returns {@code side} without the breaks at its ends. */
    static List<Token> trimmed(List<Token> side) {
        int from = 0;
        int to = side.size();
        while (from < to && side.get(from).isBreak()) from++;
        while (to > from && side.get(to - 1).isBreak()) to--;
        return side.subList(from, to);
    }

    /** Returns both with {@code joint} between them; without it where one of them is empty. */
    static List<Token> joined(List<Token> before, Token joint, List<Token> after) {
        if (before.isEmpty() || after.isEmpty())
            return Stream.concat(before.stream(), after.stream()).toList();
        return Stream.of(before, List.of(joint), after).flatMap(List::stream).toList();
    }

    /** Returns whether one of {@code tokens} is a {@code concept}. */
    static boolean has(List<Token> tokens, String concept) {
        return tokens.stream().anyMatch(token -> token.is(concept));
    }
}
