package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The size of the result, and the wish to have it: "make it vertical", "export in 720p", "导出1080p". */
final class OutputRules {
    private static final Set<String> SIZE = Clause.concepts("RATIO PRESET LINES");
    private static final Set<String> CANVAS =
            Clause.union(SIZE, Clause.concepts("CHANGE RESIZE SHAPE VIDEO TO FOR AT ADD MP4 FINAL CLIP ALL"));
    private static final Set<String> EXPORT =
            Clause.union(CANVAS, Clause.concepts("EXPORT FINAL MP4 VIDEO SHAPE ORDINAL"));
    private static final int PRESET_LINES = 1080;

    private OutputRules() {}

    static Optional<Reading> export(Clause clause) {
        boolean wanted = clause.has("EXPORT") || (clause.has("FINAL") && clause.has("VIDEO"));
        if (!wanted || !clause.isMadeOf(EXPORT)) return Optional.empty();
        // "the last" in "the last video": the ordinal is only allowed as 最后, "at last".
        boolean picked = clause.all("ORDINAL", String.class).stream().anyMatch(number -> !number.equals("-1"));
        return picked
                ? Optional.empty()
                : Optional.of(sized(clause).orElse(Reading.of()).exported());
    }

    static Optional<Reading> canvas(Clause clause) {
        return clause.isMadeOf(CANVAS) ? sized(clause) : Optional.empty();
    }

    private static Optional<Reading> sized(Clause clause) {
        Optional<String> preset = clause.text("PRESET");
        Set<String> ratios = Set.copyOf(clause.all("RATIO", String.class));
        if (ratios.size() > 1 || clause.count("LINES") > 1 || clause.count("PRESET") > 1) return Optional.empty();
        if (ratios.isEmpty() && preset.isEmpty() && !clause.has("LINES")) return Optional.empty();
        Optional<String> ratio = ratios.stream().findFirst().or(() -> preset);
        OptionalInt lines = clause.text("LINES")
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElse(preset.isPresent() ? OptionalInt.of(PRESET_LINES) : OptionalInt.empty());
        return Optional.of(Reading.of(new SetCanvas(ratio, lines)));
    }
}
