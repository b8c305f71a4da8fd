package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Outlined letters: "white text with a black outline", "give the captions an outline", "no outline", 白字黑边. */
final class OutlineRules {
    private static final Set<String> ALONE = Clause.concepts(
            "TITLE SUBTITLES QUOTE BORDER CINEBARS COLOR COLORWORD ADD PUT CHANGE REMOVE NOT OFF ALL FROM TO VIDEO SLIGHTLY ADJECTIVE");
    /** What says no more than of which letters. */
    private static final Set<String> BARE =
            Clause.concepts("TITLE SUBTITLES ADD PUT CHANGE ALL FROM TO VIDEO SLIGHTLY");

    private static final int BLACK = 0;
    private static final int WHITE = 0xFFFFFF;
    private static final double DARK = 0.35;

    private OutlineRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean letters = clause.hasAny("TITLE", "SUBTITLES", "CAPTIONIT", Token.QUOTE)
                || clause.tokens().stream().anyMatch(OutlineRules::isColoured);
        if (!letters || clause.hasAny("LOGO", "PICTURE", "PIP")) return Optional.empty();
        List<Token> plain = without(clause.tokens());
        if (plain.equals(clause.tokens())) return Optional.empty();
        boolean gone = clause.hasAny("REMOVE", "NOT", "OFF");
        if (gone) return alone(clause, OptionalInt.empty());
        Clause rest = clause.with(plain);
        Optional<Reading> beside = Rules.read(rest)
                .filter(Reading::asksForSomething)
                .or(() -> isThere(clause) && rest.has("COLOR") ? recoloured(rest) : Optional.empty());
        OptionalInt rim = OptionalInt.of(rim(clause, rest));
        if (rest.isMadeOf(BARE) && isThere(clause)) return alone(clause, rim);
        return beside.isPresent()
                ? beside.map(reading -> outlined(clause, reading, rim))
                : rest.has("COLOR") ? Optional.empty() : alone(clause, rim);
    }

    /** "title in red with a white outline", where there is one. */
    private static Optional<Reading> recoloured(Clause rest) {
        List<Token> tokens = new ArrayList<>(rest.tokens());
        tokens.add(0, new Token("CHANGE", "", 0, 0));
        return Rules.read(rest.with(tokens)).filter(Reading::asksForSomething);
    }

    /** Of what stands there already: "give the title a black outline". */
    private static Optional<Reading> alone(Clause clause, OptionalInt rim) {
        boolean captions = clause.has("SUBTITLES");
        if (!isThere(clause) || !clause.isMadeOf(ALONE) || clause.count(Token.QUOTE) > 1) return Optional.empty();
        Optional<String> which = captions ? Optional.empty() : clause.text(Token.QUOTE);
        return Optional.of(Reading.of(new OutlineLetters(which, captions, rim)));
    }

    private static boolean isThere(Clause clause) {
        return clause.has("SUBTITLES")
                ? !clause.now().captions().isEmpty()
                : !clause.now().texts().isEmpty();
    }

    private static Reading outlined(Clause clause, Reading reading, OptionalInt rim) {
        Reading with = reading.each(operation -> outlined(operation, rim));
        return with.operations().equals(reading.operations())
                ? reading.telling(
                        clause.say("I can outline the letters of titles and captions only.", "只能给标题和字幕的文字加描边。"))
                : with;
    }

    private static Stream<EditOperation> outlined(EditOperation operation, OptionalInt rim) {
        if (operation instanceof AddText text) return Stream.of(text.outlined(rim));
        if (operation instanceof TakeStills stills) return Stream.of(stills.outlined(rim));
        if (operation instanceof StyleText text) return Stream.of(text, new OutlineLetters(text.which(), false, rim));
        boolean captions = operation instanceof AddCaptions || operation instanceof StyleCaptions;
        return captions ? Stream.of(operation, new OutlineLetters(Optional.empty(), true, rim)) : Stream.of(operation);
    }

    /** The colour that is told; else one that stands out from the letters. */
    private static int rim(Clause clause, Clause letters) {
        List<Token> tokens = clause.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("BORDER") && token.text().contains("/"))
                return rgb(token.text().substring(token.text().indexOf('/') + 1));
            boolean outline = token.is("BORDER") || isEdge(token);
            if (outline && i > 0 && tokens.get(i - 1).is("COLOR"))
                return rgb(tokens.get(i - 1).text());
            if (outline && i + 1 < tokens.size() && tokens.get(i + 1).is("COLOR") && !isColoured(token))
                return rgb(tokens.get(i + 1).text());
        }
        return TextLooks.color(letters).stream().anyMatch(OutlineRules::isDark) ? WHITE : BLACK;
    }

    private static int rgb(String hex) {
        return Integer.parseInt(hex, 16);
    }

    private static boolean isDark(int rgb) {
        return (0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 255 < DARK;
    }

    /** Returns the tokens without outlines and their colours; what is said of the letters themselves stays. */
    private static List<Token> without(List<Token> tokens) {
        List<Token> plain = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean outline = token.is("BORDER") || isEdge(token);
            boolean coloured =
                    outline && !plain.isEmpty() && plain.get(plain.size() - 1).is("COLOR");
            boolean follows = outline
                    && !coloured
                    && !isColoured(token)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is("COLOR");
            if (coloured || (outline && endsInAdd(plain))) plain.remove(plain.size() - 1);
            if (!outline) plain.add(token);
            else if (isColoured(token)) plain.add(token.as("COLOR", token.text().substring(0, 6)));
            if (follows) i++;
        }
        return plain;
    }

    /** 加黑边: the verb of what is left out. */
    private static boolean endsInAdd(List<Token> plain) {
        int last = plain.size() - 1;
        return last > 0 && plain.get(last).is("ADD");
    }

    /** 白字黑边 says in one word how the letters are, and their edge behind a slash. */
    private static boolean isColoured(Token token) {
        return token.is("BORDER") && !token.value().equals("");
    }

    /** 黑边 beside a text are the edges of its letters, and alone the bars of a film. */
    private static boolean isEdge(Token token) {
        return token.is("CINEBARS") && token.to() - token.from() == "黑边".length();
    }
}
