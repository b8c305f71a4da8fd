package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.TextStyle;

/** Captions of what is said: "burn in subtitles", "yellow captions at the top", "make the captions bigger", "去掉字幕". */
final class CaptionRules {
    private static final Set<String> LOOK = Clause.concepts(
            "SUBTITLES CAPTIONIT BEHIND POSITION SIZE COLOR COLORWORD BOX TRANSLUCENT BOLD PRESET CLEAN ADJECTIVE STYLE MIDDLE VIDEO CLIP ALL TO AT FOR FROM LIKE FACE");
    private static final Set<String> ADD =
            Clause.union(LOOK, Clause.concepts("ADD PUT CHANGE OFWORDS AUTO SCALE ONLY CLIPREF SPAN"));
    private static final Set<String> RESTYLE = Clause.union(
            LOOK,
            Clause.concepts("CHANGE MOVE PUT SCALE MOREBIT LESSBIT SLIGHTLY HALVE HALF DOUBLE FACTOR SHAPE MUCH"));
    private static final Set<String> LETTERS = Clause.union(RESTYLE, Set.of("TITLE"));
    private static final Set<String> REMOVE =
            Clause.concepts("SUBTITLES REMOVE CUT NOT OFF ALL VIDEO FROM CLIP ADJECTIVE CLIPREF SPAN AT FOR");
    private static final Set<String> UNWANTED = Clause.concepts("NOT ADD SUBTITLES ALL VIDEO TO");
    private static final Set<String> SHOW = Clause.concepts("TRANSCRIBE VIDEO CLIP ADD FOR FROM ALL OFWORDS");
    private static final Set<String> EXPORT = Clause.concepts("SUBTITLES EXPORT FORMAT FINAL TO AT VIDEO ALL CHANGE");
    private static final Set<String> REWORD =
            Clause.concepts("SUBTITLES CHANGE SWAP BETTER INSTEAD QUOTE TO FOR FROM IN ALL VIDEO AT");
    private static final double BIT = 1.25;

    private CaptionRules() {}

    /** "change 'septate' to 'update' in the captions", 把字幕里的“A”改成“B”. */
    static Optional<Reading> reword(Clause clause) {
        List<String> quotes = clause.all(Token.QUOTE, String.class);
        boolean corrects = clause.has("BETTER");
        boolean captions = clause.has("SUBTITLES") && (corrects || clause.hasAny("CHANGE", "SWAP", "INSTEAD"));
        if (quotes.size() != 2 || !(captions || corrects) || !clause.isMadeOf(REWORD)) return Optional.empty();
        // "correct 'septate' to 'update'": wherever it is written.
        return Optional.of(Reading.of(
                captions
                        ? new RewordCaptions(quotes.get(0), quotes.get(1))
                        : new ChangeText(Optional.of(quotes.get(0)), quotes.get(1))));
    }

    static Optional<Reading> add(Clause clause) {
        if (!clause.hasAny("SUBTITLES", "CAPTIONIT") || !clause.isMadeOf(ADD) || isUnclear(clause))
            return Optional.empty();
        if (clause.hasAny("ADD", "PUT")
                && clause.has("FACE")
                && !clause.now().captions().isEmpty())
            return restyle(clause.without("ADD").without("PUT"));
        Target where = Target.of(clause);
        boolean part = !where.equals(Target.ALL);
        if (!where.isClear() || (clause.has("ONLY") && !part) || (part && clause.hasAny("ALL", "CHANGE", "SCALE")))
            return Optional.empty();
        boolean changes = !clause.hasAny("ADD", "CAPTIONIT") && (clause.hasAny("CHANGE", "PUT") || looks(clause));
        if (clause.has("SCALE") && (clause.hasAny("CHANGE", "PUT") || !looks(clause))) return Optional.empty();
        if (changes && !clause.now().captions().isEmpty()) return Optional.empty();
        // "change the captions" asks for something that is not said.
        if (clause.has("CHANGE")
                && style(clause).isEmpty()
                && position(clause).isEmpty()
                && color(clause).isEmpty()
                && face(clause).isEmpty()) return Optional.empty();
        List<EditOperation> operations = new ArrayList<>();
        if (clause.has("ONLY") && !clause.now().captions().isEmpty()) operations.add(new RemoveCaptions());
        operations.add(new AddCaptions(
                style(clause).orElse(CaptionStyle.CLEAN),
                position(clause).orElse(TextStyle.Position.CAPTION),
                color(clause),
                face(clause),
                where));
        double scale = clause.text("SCALE").map(Double::parseDouble).orElse(Math.min(1, scale(clause)));
        if (scale != 1)
            operations.add(new StyleCaptions(
                    Optional.empty(), Optional.empty(), scale, OptionalInt.empty(), Optional.empty()));
        return Optional.of(Reading.of(operations));
    }

    static Optional<Reading> restyle(Clause clause) {
        boolean changes = clause.hasAny("SCALE", "MOREBIT", "LESSBIT", "CHANGE", "MOVE", "PUT", "HALVE", "DOUBLE")
                || ((!clause.now().captions().isEmpty() || meansCaptions(clause)) && looks(clause));
        boolean meant = clause.has("SUBTITLES") || meansCaptions(clause);
        if (!changes || !meant || !clause.isMadeOf(clause.has("SUBTITLES") ? RESTYLE : LETTERS) || isUnclear(clause))
            return Optional.empty();
        double scale = TextLooks.times(clause)
                .or(() -> clause.text("SCALE").map(Double::parseDouble))
                .orElse(clause.has("MOREBIT") ? BIT : clause.has("LESSBIT") ? 1 / BIT : scale(clause));
        boolean nothing = scale == 1
                && style(clause).isEmpty()
                && position(clause).isEmpty()
                && color(clause).isEmpty()
                && face(clause).isEmpty();
        return nothing
                ? Optional.empty()
                : Optional.of(Reading.of(
                        new StyleCaptions(style(clause), position(clause), scale, color(clause), face(clause))));
    }

    /** 加字幕，字大一点: where there is no other text, the letters are theirs. */
    private static boolean meansCaptions(Clause clause) {
        boolean captioned = !clause.now().captions().isEmpty()
                || clause.last().get().stream().anyMatch(AddCaptions.class::isInstance);
        // "add captions, big white text": behind them in one sentence.
        boolean added = clause.last().get().stream().anyMatch(AddCaptions.class::isInstance)
                && clause.now().captions().isEmpty();
        // "yellow captions and a red title": that one is another text.
        return clause.hasAny("TITLE", "COLORWORD")
                && !clause.all("TITLE", String.class).contains("title")
                && clause.now().texts().isEmpty()
                && captioned
                && (added || clause.language() == Language.CHINESE);
    }

    static Optional<Reading> remove(Clause clause) {
        // "don't add captions, just music": where there are none, nothing has to go.
        boolean unwanted = clause.has("NOT") && clause.has("ADD") && clause.isMadeOf(UNWANTED);
        if (unwanted && clause.has("SUBTITLES") && clause.now().captions().isEmpty()) return Optional.of(Reading.of());
        boolean gone = clause.has("SUBTITLES") && clause.hasAny("REMOVE", "CUT", "NOT", "OFF");
        // Before there were captions of speech, "subtitles" was said for titles too.
        boolean meant =
                !clause.now().captions().isEmpty() || clause.now().texts().isEmpty();
        Target part = Target.of(clause);
        return gone && meant && part.isClear() && clause.isMadeOf(REMOVE)
                ? Optional.of(Reading.of(new RemoveCaptions(part)))
                : Optional.empty();
    }

    /** "export the subtitles as SRT": beside the video, and as SRT where no kind is named. */
    static Optional<Reading> export(Clause clause) {
        if (!clause.has("SUBTITLES") || !clause.has("EXPORT") || !clause.isMadeOf(EXPORT) || clause.count("FORMAT") > 1)
            return Optional.empty();
        ExportFormat format = clause.text("FORMAT").flatMap(ExportFormat::of).orElse(ExportFormat.SRT);
        return format.isText()
                ? Optional.of(
                        Reading.of(new SetOutput(Optional.of(format), Optional.empty(), OptionalLong.empty(), true))
                                .exported())
                : Optional.empty();
    }

    static Optional<Reading> show(Clause clause) {
        return clause.has("TRANSCRIBE") && clause.isMadeOf(SHOW)
                ? Optional.of(Reading.of(new ShowTranscript()))
                : Optional.empty();
    }

    private static boolean isUnclear(Clause clause) {
        boolean many = clause.count("POSITION") > 1 || TextLooks.colors(clause) > 1 || clause.count("SIZE") > 1;
        // Their box is dark.
        boolean otherBox =
                TextLooks.plate(clause).filter(rgb -> rgb.orElse(0) != 0).isPresent();
        boolean otherFace = TextLooks.asksForAnotherFace(clause) || clause.count("FACE") > 1;
        return many
                || otherBox
                || otherFace
                || (!clause.all("POSITION", String.class).isEmpty()
                        && position(clause).isEmpty());
    }

    private static boolean looks(Clause clause) {
        return style(clause).isPresent()
                || position(clause).isPresent()
                || color(clause).isPresent()
                || face(clause).isPresent()
                || clause.has("SIZE");
    }

    private static double scale(Clause clause) {
        return clause.text("SIZE")
                .map(size -> Double.parseDouble(size) > 0.1 ? 1.4 : 0.7)
                .orElse(1.0);
    }

    private static Optional<CaptionStyle> style(Clause clause) {
        return CaptionStyle.of(clause);
    }

    /** Captions stand at the top or at the bottom, in the middle of the line. */
    private static Optional<TextStyle.Position> position(Clause clause) {
        return clause.text("POSITION").flatMap(place -> switch (place) {
            case "top" -> Optional.of(TextStyle.Position.CAPTION_TOP);
            case "bottom", "lower_third" -> Optional.of(TextStyle.Position.CAPTION);
            default -> Optional.empty();
        });
    }

    private static Optional<TextStyle.Face> face(Clause clause) {
        return clause.has("FACE") ? TextLooks.face(clause) : Optional.empty();
    }

    private static OptionalInt color(Clause clause) {
        return TextLooks.color(clause);
    }
}
