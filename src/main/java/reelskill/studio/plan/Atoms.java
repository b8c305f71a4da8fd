package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
}
