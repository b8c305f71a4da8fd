package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A message that says what was meant, and what was not: "not the beach, the interview", "the last 10 seconds, not the first
 * 10". What was not meant is said only to be sure. Pure.
 */
final class Contrast {
    /** What such a message is made of: anything else would be a wish. */
    private static final Set<String> WORDS =
            Clause.concepts("INSTEAD NOT CLIPREF SPAN VAGUE CLIP ORDINAL NUMBER TIME UNIT SOFT ONLY FOR FROM TO AT");

    private static final Set<String> NAMES = Clause.concepts("CLIPREF SPAN VAGUE ORDINAL");

    private Contrast() {}

    /** Returns {@code tokens} with what is meant alone, as what it is meant instead of. */
    static List<Token> meant(List<Token> tokens) {
        boolean made = tokens.stream().allMatch(token -> WORDS.contains(token.concept()));
        List<List<Token>> rows = made ? rows(tokens) : List.of();
        List<List<Token>> denied = rows.stream().filter(Contrast::denies).toList();
        List<List<Token>> wanted = rows.stream().filter(row -> !denies(row)).toList();
        boolean contrasts = denied.size() == 1 && wanted.size() == 1 && names(denied.get(0)) && names(wanted.get(0));
        if (!contrasts) return tokens;
        List<Token> meant = wanted.get(0).stream()
                .filter(token -> !token.is("INSTEAD") && !token.is("NOT"))
                .toList();
        Token instead = tokens.get(0).as("INSTEAD").at(tokens.get(0).from());
        return Stream.concat(Stream.of(instead), meant.stream()).toList();
    }

    /** A correction begins another row: "not clip 1 I meant clip 2". */
    private static List<List<Token>> rows(List<Token> tokens) {
        List<Token> parted = new ArrayList<>();
        for (Token token : tokens) {
            boolean begins = token.is("INSTEAD") || Limiting.excludes(token);
            if (begins && !parted.isEmpty()) parted.add(new Token(Token.SOFT, "", token.from(), token.from()));
            parted.add(token);
        }
        return Atoms.split(parted, Token.SOFT, row -> {}).stream()
                .filter(row -> row.stream().anyMatch(token -> !token.is("INSTEAD") && !token.is("ONLY")))
                .toList();
    }

    private static boolean denies(List<Token> row) {
        return Limiting.excludes(row.get(0));
    }

    private static boolean names(List<Token> row) {
        return row.stream().anyMatch(token -> NAMES.contains(token.concept()));
    }
}
