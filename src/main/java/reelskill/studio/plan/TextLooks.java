package reelskill.studio.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.language.Language;
import reelskill.studio.timeline.TextStyle;

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

    private TextLooks() {}

    static TextStyle of(Clause clause) {
        TextStyle plain = TextStyle.TITLE;
        boolean lowerThird = position(clause).equals(Optional.of(TextStyle.Position.LOWER_THIRD));
        double size = clause.text("SIZE").map(Double::parseDouble).orElse(lowerThird ? LOWER_THIRD_SIZE : plain.size());
        boolean box = clause.has("BOX") || lowerThird;
        return new TextStyle(
                position(clause).orElse(plain.position()), size, color(clause).orElse(plain.rgb()), box);
    }

    static Optional<TextStyle.Position> position(Clause clause) {
        Optional<String> word = clause.text("POSITION");
        if (word.isEmpty() && clause.hasAny("MIDDLE", "BETWEEN")) return Optional.of(TextStyle.Position.CENTER);
        return word.map(name -> TextStyle.Position.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    static OptionalInt color(Clause clause) {
        return clause.text("COLOR")
                .map(hex -> OptionalInt.of(Integer.parseInt(hex, 16)))
                .orElse(OptionalInt.empty());
    }

    static String name(TextStyle.Position position, Language language) {
        String english = position.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return language.say("%1$s", "%2$s", english, CHINESE.getOrDefault(position, english));
    }
}
