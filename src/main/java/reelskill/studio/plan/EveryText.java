package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One look for all letters on the picture: 所有文字都用黄色, "make all the titles red". */
final class EveryText {
    private EveryText() {}

    static Optional<Reading> restyle(Clause clause) {
        boolean all = clause.hasAny("ALL", "EVERYTHING") && clause.count("TITLE") == 1 && !clause.has(Token.QUOTE);
        if (!all || clause.hasAny("SUBTITLES", "REMOVE", "NOT", Token.SPAN, Token.TIME)) return Optional.empty();
        Clause look = clause.with(clause.tokens().stream()
                .filter(token -> !token.is("ALL") && !token.is("EVERYTHING") && !token.is("ADD"))
                .toList());
        Clause changed = look.hasAny("CHANGE", "SWAP") ? look : look.with(withChange(look.tokens()));
        Optional<StyleText> one = TitleRules.restyle(changed)
                .filter(reading -> reading.operations().size() == 1)
                .map(reading -> reading.operations().get(0))
                .filter(StyleText.class::isInstance)
                .map(StyleText.class::cast);
        return one.map(style -> all(clause, style.change())).filter(Reading::asksForSomething);
    }

    private static Reading all(Clause clause, TextChange change) {
        List<EditOperation> operations = new ArrayList<>();
        clause.now().texts().stream()
                .map(text -> text.text())
                .distinct()
                .forEach(words -> operations.add(new StyleText(Optional.of(words), change)));
        boolean captions = !clause.now().captions().isEmpty() && isOfAnyLetters(clause);
        boolean same = change.position().isEmpty()
                && change.plate().isEmpty()
                && change.motion().isEmpty();
        if (captions && same)
            operations.add(
                    new StyleCaptions(Optional.empty(), Optional.empty(), change.scale(), change.rgb(), change.face()));
        return operations.isEmpty() || (captions && !same) ? Reading.of() : Reading.of(operations);
    }

    /** 文字 are captions too, and 标题 are not. */
    private static boolean isOfAnyLetters(Clause clause) {
        return clause.tokens().stream()
                .anyMatch(token -> token.is("TITLE") && token.value().equals("any"));
    }

    private static List<Token> withChange(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens);
        result.add(new Token("CHANGE", "", 0, 0));
        return result;
    }
}
