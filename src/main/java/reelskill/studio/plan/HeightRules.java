package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import reelskill.language.Language;

/** "move the captions up a bit", "put the text lower", "captions in the middle", "字幕往上移一点". */
final class HeightRules {
    private static final Set<String> WORDS = Clause.concepts(
            "TITLE SUBTITLES QUOTE RAISE LOUDER QUIETER SLIGHTLY MUCH STRONG MOVE PUT CHANGE PERCENT ALL VIDEO TO FROM AT MORE");
    private static final Set<String> BARE = Clause.concepts("RAISE LOUDER QUIETER SLIGHTLY MUCH STRONG CHANGE");
    private static final double STEP = 0.1;
    private static final double SLIGHT = 0.05;
    private static final double MUCH = 0.2;
    private static final double FARTHEST = 0.9;

    private HeightRules() {}

    /** Returns where {@code clause} moves a text or the captions; empty where it names neither, or no one way. */
    static Optional<Reading> read(Clause clause) {
        if (isCentred(clause)) return centred(clause);
        int way = way(clause);
        if (way == 0 || !clause.isMadeOf(WORDS) || clause.count(Token.QUOTE) > 1) return Optional.empty();
        if (clause.isMadeOf(BARE)) return ofLast(clause, way * step(clause));
        boolean captions = clause.has("SUBTITLES");
        boolean moved = clause.hasAny("MOVE", "PUT", "RAISE");
        boolean only = moved
                && clause.now().texts().size() == 1
                && clause.now().captions().isEmpty();
        boolean named = captions || clause.has("TITLE") || (clause.has(Token.QUOTE) && moved);
        boolean alone = only && InsetRef.all(clause.now()).isEmpty();
        if (!named && !alone) return Optional.empty();
        Optional<Double> percent = clause.one(Token.PERCENT, Double.class);
        if (percent.filter(share -> share <= 0 || share > FARTHEST).isPresent() || clause.count(Token.PERCENT) > 1)
            return Optional.empty();
        return Optional.of(Reading.of(new RaiseText(
                captions ? Optional.empty() : clause.text(Token.QUOTE),
                captions,
                OptionalDouble.of(way * percent.orElse(step(clause))))));
    }

    private static double step(Clause clause) {
        return clause.has("SLIGHTLY") ? SLIGHT : clause.hasAny("MUCH", "STRONG") ? MUCH : STEP;
    }

    /** "add captions, a bit higher": without a noun it is said of the letters that came right before. */
    private static Optional<Reading> ofLast(Clause clause, double by) {
        List<EditOperation> all = clause.last().get();
        if (all.isEmpty()) return Optional.empty();
        EditOperation last = all.get(all.size() - 1);
        boolean captions = last instanceof AddCaptions
                || last instanceof StyleCaptions
                || (last instanceof RaiseText raise && raise.captions())
                || (last instanceof OutlineLetters outline && outline.captions());
        Optional<String> words = last instanceof AddText text
                ? Optional.of(text.text())
                : last instanceof StyleText text ? text.which() : Optional.empty();
        boolean text = captions || last instanceof AddText || last instanceof StyleText || last instanceof RaiseText;
        return text ? Optional.of(Reading.of(new RaiseText(words, captions, OptionalDouble.of(by)))) : Optional.empty();
    }

    /** Up 1, down -1; 0 where it is not said, or both. */
    private static int way(Clause clause) {
        boolean moved = clause.hasAny("MOVE", "PUT", "CHANGE");
        boolean chinese = clause.language() == Language.CHINESE;
        boolean up = clause.all("RAISE", String.class).contains("up")
                || clause.all("LOUDER", String.class).contains("higher")
                || (chinese && clause.has("LOUDER"));
        boolean down = clause.all("RAISE", String.class).contains("down")
                || clause.all("QUIETER", String.class).contains("lower")
                || ((moved || chinese) && clause.has("QUIETER"));
        return up == down ? 0 : up ? 1 : -1;
    }

    private static boolean isCentred(Clause clause) {
        boolean middle = clause.all("POSITION", String.class).equals(List.of("center"))
                || (clause.hasAny("MIDDLE", "BETWEEN") && !clause.hasAny("POSITION", Token.CLIPREF));
        return middle && clause.hasAny("SUBTITLES", "CAPTIONIT") && !clause.hasAny("TITLE", Token.QUOTE);
    }

    /** Captions that are added, or changed otherwise, go there too. */
    private static Optional<Reading> centred(Clause clause) {
        Clause rest = clause.without("POSITION").without("MIDDLE").without("BETWEEN");
        RaiseText raise = new RaiseText(Optional.empty(), true, OptionalDouble.empty());
        boolean there = !clause.now().captions().isEmpty();
        if (there && rest.isMadeOf(WORDS)) return Optional.of(Reading.of(raise));
        return CaptionRules.add(rest).or(() -> CaptionRules.restyle(rest)).map(reading -> {
            List<EditOperation> both = new ArrayList<>(reading.operations());
            both.add(raise);
            return Reading.of(both);
        });
    }
}
