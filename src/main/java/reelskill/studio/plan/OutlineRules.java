package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outlined letters, "white text with a black outline", 白字黑边: there are none, which is told, and the rest is done. */
final class OutlineRules {
    private OutlineRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean letters = clause.hasAny("TITLE", "SUBTITLES", "CAPTIONIT", Token.QUOTE)
                || clause.tokens().stream().anyMatch(OutlineRules::isColoured);
        if (!letters || clause.hasAny("LOGO", "PICTURE", "PIP")) return Optional.empty();
        List<Token> plain = without(clause.tokens());
        if (plain.equals(clause.tokens())) return Optional.empty();
        return Rules.read(clause.with(plain))
                .filter(Reading::asksForSomething)
                .map(reading -> reading.telling(clause.say(
                        "Letters have no outline here: they have a soft shadow, and a box behind them works, for example: put the title on a black box.",
                        "文字没有描边：自带柔和阴影，也可以加底框，例如：标题加黑色底框。")));
    }

    /** Returns the tokens without outlines and their colours; what is said of the letters themselves stays. */
    private static List<Token> without(List<Token> tokens) {
        List<Token> plain = new ArrayList<>();
        for (Token token : tokens) {
            boolean outline = token.is("BORDER") || isEdge(token);
            boolean coloured =
                    outline && !plain.isEmpty() && plain.get(plain.size() - 1).is("COLOR");
            if (coloured || (outline && endsInAdd(plain))) plain.remove(plain.size() - 1);
            if (!outline) plain.add(token);
            else if (isColoured(token)) plain.add(new Token("COLOR", token.value(), token.from(), token.to()));
        }
        return plain;
    }

    /** 加黑边: the verb of what is left out. */
    private static boolean endsInAdd(List<Token> plain) {
        int last = plain.size() - 1;
        return last > 0 && plain.get(last).is("ADD");
    }

    /** 白字黑边 says in one word how the letters are. */
    private static boolean isColoured(Token token) {
        return token.is("BORDER") && !token.value().equals("");
    }

    /** 黑边 beside a text are the edges of its letters, and alone the bars of a film. */
    private static boolean isEdge(Token token) {
        return token.is("CINEBARS") && token.to() - token.from() == "黑边".length();
    }
}
