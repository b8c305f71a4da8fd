package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.media.ExportFormat;

/** Clips as files of their own: "export each clip as its own file", "save clip 2 separately", 每段单独导出. */
final class ClipFileRules {
    private static final Set<String> WORDS = Clause.concepts(
            "EXPORT APART ALL EACH CLIP CLIPREF PART FORMAT FINAL TOGETHER CHANGE TO AT ADD VIDEO SHAPE");

    private ClipFileRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean apart = clause.has("APART") && clause.isMadeOf(WORDS);
        boolean wanted = clause.hasAny("EXPORT", "FORMAT")
                || clause.text("APART").filter(how -> !how.isEmpty()).isPresent();
        boolean each = clause.text("APART").filter("each"::equals).isPresent();
        boolean which = each || clause.hasAny(Token.CLIPREF, "CLIP", "PART", "EACH", "ALL");
        boolean both = clause.has(Token.CLIPREF) && (each || clause.hasAny("ALL", "EACH"));
        // 导出成一个文件: each of them one, and not all in one.
        if (clause.has("TOGETHER") && !clause.has("FINAL")) return Optional.empty();
        if (!apart || !wanted || !which || both || clause.count("FORMAT") > 1) return Optional.empty();
        Optional<ExportFormat> format =
                clause.text("FORMAT").flatMap(ExportFormat::of).filter(kind -> !kind.isStill());
        if (clause.has("FORMAT") && format.isEmpty()) return Optional.empty();
        List<ClipRef> clips = clause.clips();
        return Optional.of(Reading.of(new ExportClips(clips, format)).exported());
    }
}
