package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Output.Codec;

/** Size and kind of the result, and the wish to have it: "make it vertical", "export as a GIF", "导出1080p". */
final class OutputRules {
    private static final Set<String> SIZE = Clause.concepts("RATIO PRESET LINES");
    private static final Set<String> CANVAS = Clause.union(
            SIZE,
            Clause.concepts("CHANGE RESIZE CROP SHAPE VIDEO TO FOR AT ADD FINAL CLIP ALL FORMAT CODEC BYTES ATMOST"
                    + " TRANSPARENT BACKGROUND"));
    private static final Set<String> EXPORT =
            Clause.union(CANVAS, Clause.concepts("EXPORT FINAL ORDINAL ONLY SOUND IN REMOVE"));
    private static final int PRESET_LINES = 1080;

    private OutputRules() {}

    static Optional<Reading> export(Clause clause) {
        boolean wanted = clause.has("EXPORT") || (clause.has("FINAL") && clause.has("VIDEO"));
        if (!wanted || !clause.isMadeOf(EXPORT)) return Optional.empty();
        // "the last" in "the last video": the ordinal is only allowed as 最后, "at last".
        boolean picked = clause.all("ORDINAL", String.class).stream().anyMatch(number -> !number.equals("-1"));
        return picked ? Optional.empty() : result(clause).map(Reading::exported);
    }

    static Optional<Reading> canvas(Clause clause) {
        return clause.isMadeOf(CANVAS) ? result(clause).filter(Reading::asksForSomething) : Optional.empty();
    }

    /** Returns what is said of the result, if it is said once and makes sense; that may be nothing. */
    private static Optional<Reading> result(Clause clause) {
        boolean once = Stream.of("FORMAT", "CODEC", "BYTES", "LINES", "PRESET").allMatch(it -> clause.count(it) <= 1);
        // "export the audio" names a part of the film, for which there is a kind of file.
        boolean sound = clause.has("SOUND");
        Optional<ExportFormat> format = clause.text("FORMAT")
                .flatMap(ExportFormat::of)
                .or(() -> clause.text("CODEC").filter("prores"::equals).map(prores -> ExportFormat.MOV))
                .or(() -> sound ? Optional.of(ExportFormat.MP3) : Optional.empty());
        boolean contradicts = sound && !format.map(ExportFormat::isSoundOnly).orElse(false);
        // "remove my background and export as a transparent webm" says twice what is behind the person.
        boolean background = clause.has("BACKGROUND") && !clause.has("TRANSPARENT");
        boolean removes = clause.has("REMOVE") && !clause.has("BACKGROUND");
        if (!once || background || removes || contradicts || (clause.has("ATMOST") && !clause.has(Token.BYTES)))
            return Optional.empty();
        Optional<Codec> codec = clause.text("CODEC").map(word -> Codec.valueOf(word.toUpperCase(Locale.ROOT)));
        OptionalLong bytes =
                clause.one(Token.BYTES, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty());
        List<EditOperation> operations = new ArrayList<>();
        if (clause.has("TRANSPARENT"))
            operations.add(new ReplaceBackground(
                    Optional.of(new Backdrop.Transparent()), "", Target.ALL, BackgroundRules.isScreen(clause)));
        sized(clause).ifPresent(operations::add);
        if (format.isPresent() || codec.isPresent() || bytes.isPresent())
            operations.add(new SetOutput(format, codec, bytes));
        return Optional.of(Reading.of(operations));
    }

    /** Returns the size that the clause names; empty where it names none, or two. */
    static Optional<SetCanvas> sized(Clause clause) {
        Optional<String> preset = clause.text("PRESET");
        Set<String> ratios = Set.copyOf(clause.all("RATIO", String.class));
        if (ratios.size() > 1) return Optional.empty();
        if (ratios.isEmpty() && preset.isEmpty() && !clause.has("LINES")) return Optional.empty();
        Optional<String> ratio = ratios.stream().findFirst().or(() -> preset);
        OptionalInt lines = clause.text("LINES")
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElse(preset.isPresent() ? OptionalInt.of(PRESET_LINES) : OptionalInt.empty());
        return Optional.of(new SetCanvas(ratio, lines));
    }
}
