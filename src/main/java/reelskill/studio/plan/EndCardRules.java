package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Position;

/** "add an end card "Thanks for watching" with a subscribe button", "加一个片尾卡“感谢观看”". */
final class EndCardRules {
    private static final Set<String> ADD = Clause.concepts(
            "ENDCARD ADD PUT QUOTE SAYING SUBSCRIBE BUTTON TIME FOR LONG AT AFTER END VIDEO SIZE COLOR BOX FACE MOTION FADEIN TO COLORWORD BACKGROUND CHANGE");
    private static final Set<String> REMOVE = Clause.concepts("ENDCARD REMOVE CUT NOT OFF VIDEO FROM QUOTE");
    static final double SIZE = 0.1;

    private EndCardRules() {}

    static Optional<Reading> remove(Clause clause) {
        boolean gone = clause.has("ENDCARD") && clause.hasAny("REMOVE", "CUT", "NOT", "OFF");
        return gone && clause.isMadeOf(REMOVE) ? Optional.of(Reading.of(new RemoveEndCard())) : Optional.empty();
    }

    static Optional<Reading> add(Clause clause) {
        List<String> quotes = clause.all(Token.QUOTE, String.class);
        boolean adds = clause.hasAny("ADD", "PUT")
                || !quotes.isEmpty()
                || clause.all("ENDCARD", String.class).contains("add");
        boolean plate = clause.text("BOX").filter(hex -> !hex.isEmpty()).isPresent();
        // "at the end show "Thanks" on black": nothing else of the picture is to be seen.
        boolean named = clause.has("ENDCARD")
                || (plate
                        && clause.has("END")
                        && !clause.has("TITLE")
                        && !quotes.isEmpty()
                        && clause.language() == Language.ENGLISH);
        boolean clear = quotes.size() <= 2
                && clause.count(Token.TIME) <= 1
                && clause.count("COLOR") <= 1
                && clause.timeAfter("AFTER").isEmpty();
        if (!named || !adds || !clear || !clause.isMadeOf(ADD)) return Optional.empty();
        if (quotes.isEmpty()) {
            return Optional.of(Reading.ask(
                    clause.say("What should the end card say? For example: Thanks for watching", "片尾卡上写什么？例如：感谢观看"),
                    clause.say("add an end card \"%s\"", "加一个片尾卡“%s”", Question.BLANK)));
        }
        StringBuilder text = new StringBuilder(String.join("\n", quotes));
        if (clause.has("SUBSCRIBE")) text.append('\n').append(button(clause));
        Duration length = clause.time().orElse(AddEndCard.LENGTH);
        if (length.isZero()) return Optional.empty();
        return Optional.of(Reading.of(new AddEndCard(text.toString(), length, look(clause))));
    }

    private static String button(Clause clause) {
        boolean follow = clause.text("SUBSCRIBE").equals(Optional.of("follow"));
        return follow ? clause.say("Follow", "关注") : clause.say("Subscribe", "订阅");
    }

    /** A colour that is said of the card is that of what is behind the words. */
    private static TextStyle look(Clause clause) {
        TextStyle plain = TextStyle.TITLE.at(Position.CARD).sized(SIZE);
        TextStyle faced = plain.in(TextLooks.face(clause).orElse(plain.face()))
                .moving(TextLooks.motion(clause).orElse(plain.motion()));
        Optional<String> plate = clause.text("BOX").filter(hex -> !hex.isEmpty());
        Optional<String> colour = clause.text("COLOR");
        // "in white on dark green": beside a ground of its own the colour is that of the words.
        TextStyle written = plate.isPresent()
                ? colour.map(hex -> faced.coloured(Integer.parseInt(hex, 16))).orElse(faced)
                : faced;
        return plate.or(() -> colour)
                .map(hex -> written.on(OptionalInt.of(Integer.parseInt(hex, 16))))
                .orElse(written);
    }
}
