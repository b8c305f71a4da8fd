package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.timeline.TextStyle.Motion;

/** The look of a text, as a clause says it. */
final class TextLooks {
    private static final Map<TextStyle.Position, String> CHINESE = Map.of(
            TextStyle.Position.TOP, "顶部",
            TextStyle.Position.CENTER, "中央",
            TextStyle.Position.BOTTOM, "底部",
            TextStyle.Position.LOWER_THIRD, "下三分之一",
            TextStyle.Position.TOP_LEFT, "左上角",
            TextStyle.Position.TOP_RIGHT, "右上角",
            TextStyle.Position.BOTTOM_LEFT, "左下角",
            TextStyle.Position.BOTTOM_RIGHT, "右下角");
    private static final double LOWER_THIRD_SIZE = 0.06;
    private static final Set<String> FADES = Clause.concepts("FADE FADEIN FADEBOTH");
    private static final String NO_FACE = "none";

    private TextLooks() {}

    static TextStyle of(Clause clause) {
        TextStyle plain = TextStyle.TITLE;
        boolean lowerThird = position(clause).equals(Optional.of(TextStyle.Position.LOWER_THIRD));
        double size = clause.text("SIZE").map(Double::parseDouble).orElse(lowerThird ? LOWER_THIRD_SIZE : plain.size());
        OptionalInt box = plate(clause).orElse(lowerThird ? OptionalInt.of(TextStyle.DARK) : OptionalInt.empty());
        return plain.at(position(clause).orElse(plain.position()))
                .sized(size)
                .coloured(color(clause).orElse(plain.rgb()))
                .on(box)
                .in(face(clause).orElse(plain.face()))
                .moving(motion(clause).orElse(lowerThird ? Motion.SLIDE : plain.motion()));
    }

    /** Returns the colour of the box that is asked for; empty inside where it is to go. */
    static Optional<OptionalInt> plate(Clause clause) {
        if (!clause.has("BOX")) return Optional.empty();
        if (clause.hasAny("REMOVE", "NOT", "OFF")) return Optional.of(OptionalInt.empty());
        String own = clause.text("BOX").orElse("");
        String hex = own.isEmpty() ? beforeBox(clause).map(Token::text).orElse("000000") : own;
        return Optional.of(OptionalInt.of(Integer.parseInt(hex, 16)));
    }

    /** "a red title on a white box": the colour right before the box is the box's. */
    private static Optional<Token> beforeBox(Clause clause) {
        List<Token> tokens = clause.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            boolean uncoloured =
                    tokens.get(i).is("BOX") && tokens.get(i).value().equals("");
            if (uncoloured && tokens.get(i - 1).is("COLOR")) return Optional.of(tokens.get(i - 1));
        }
        return ofBox(tokens);
    }

    /** "make the box dark blue", "change the bar to red". */
    private static Optional<Token> ofBox(List<Token> tokens) {
        List<String> concepts = tokens.stream().map(Token::concept).toList();
        int box = concepts.indexOf("BOX");
        int last = tokens.size() - 1;
        boolean between = box >= 0
                && tokens.subList(box + 1, Math.max(box + 1, last)).stream().allMatch(token -> token.is("TO"));
        boolean coloured = between && last > box && tokens.get(last).is("COLOR") && concepts.contains("CHANGE");
        return coloured ? Optional.of(tokens.get(last)) : Optional.empty();
    }

    /** "a name tag bottom left", "in the corner bottom right": what says once more where it stands is left out. */
    static Clause plainlyPlaced(Clause clause) {
        List<String> places = clause.all("POSITION", String.class);
        boolean third = places.size() == 2 && places.contains("lower_third");
        boolean twice = third && (places.contains("bottom_left") || places.contains("bottom"));
        boolean corner = places.stream().anyMatch(place -> place.contains("_"));
        return clause.with(clause.tokens().stream()
                .filter(token ->
                        !(twice && token.is("POSITION") && !token.value().equals("lower_third")))
                .filter(token -> !(corner && token.is("PIP") && token.value().equals("corner")))
                .toList());
    }

    /** Returns how many times as large letters are to be, where a clause says so in figures. */
    static Optional<Double> times(Clause clause) {
        if (clause.has("DOUBLE")) return Optional.of(2.0);
        if (clause.has("MUCH") && clause.has("SCALE"))
            return clause.text("SCALE").map(scale -> scale.equals("1.4") ? 2 : 0.5);
        boolean smaller = clause.text("SCALE").filter("0.7"::equals).isPresent() || clause.has("SIZE");
        if (clause.has("HALVE") || (clause.has("HALF") && smaller)) return Optional.of(0.5);
        return clause.one("FACTOR", Double.class).filter(factor -> factor > 0);
    }

    /** Returns how many colours are said of the words themselves. */
    static int colors(Clause clause) {
        return clause.count("COLOR") - (beforeBox(clause).isPresent() ? 1 : 0);
    }

    static Optional<Face> face(Clause clause) {
        if (clause.has("BOLD") && !clause.has("FACE")) return Optional.of(Face.SANS);
        return clause.text("FACE")
                .filter(word -> !word.equals(NO_FACE))
                .map(word -> Face.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** Returns whether a font is named that is not here. */
    static boolean asksForAnotherFace(Clause clause) {
        return clause.all("FACE", String.class).contains(NO_FACE);
    }

    /** Returns whether a kind is named in which clips change and no text comes. */
    static boolean asksForTransition(Clause clause) {
        return clause.all("KIND", String.class).stream().anyMatch(kind -> !kind.startsWith("slide"));
    }

    static Optional<Motion> motion(Clause clause) {
        if (clause.text("KIND").filter(kind -> kind.startsWith("slide")).isPresent()) return Optional.of(Motion.SLIDE);
        if (clause.has("NOT") && clause.hasAny("FADE", "FADEIN", "FADEBOTH"))
            return refusesFade(clause) ? Optional.of(Motion.CUT) : Optional.empty();
        if (clause.hasAny("FADEIN", "FADEBOTH")) return Optional.of(Motion.FADE);
        return clause.text("MOTION").map(word -> Motion.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** "no title, just a fade in" refuses none. */
    private static boolean refusesFade(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        List<String> behind = said.subList(said.indexOf("NOT"), said.size());
        return behind.subList(0, Math.max(1, behind.indexOf(Token.SOFT))).stream()
                        .anyMatch(FADES::contains)
                || !behind.contains(Token.SOFT);
    }

    static Optional<TextStyle.Position> position(Clause clause) {
        Optional<String> word = clause.text("POSITION");
        if (word.isEmpty() && clause.hasAny("MIDDLE", "BETWEEN")) return Optional.of(TextStyle.Position.CENTER);
        return word.map(name -> TextStyle.Position.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    static OptionalInt color(Clause clause) {
        Optional<Token> box = beforeBox(clause);
        List<Token> own = clause.tokens().stream()
                .filter(token -> token.is("COLOR") && !box.equals(Optional.of(token)))
                .toList();
        return own.size() == 1 ? OptionalInt.of(Integer.parseInt(own.get(0).text(), 16)) : OptionalInt.empty();
    }

    static String name(TextStyle.Position position, Language language) {
        String english = position.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return language.say("%1$s", "%2$s", english, CHINESE.getOrDefault(position, english));
    }
}
