package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.media.ExportFormat;

/** Clips as files of their own: "export each clip as its own file", "save clip 2 separately", 每段单独导出. */
final class ClipFileRules {
    private static final Set<String> WORDS = Clause.concepts(
            "EXPORT APART ALL EACH CLIP CLIPREF PART FORMAT FINAL TOGETHER CHANGE TO AT ADD VIDEO SHAPE");

    private static final Set<String> ONE = Clause.concepts("EXPORT CLIPREF ONLY FINAL CLIP VIDEO FORMAT CHANGE");

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
        Optional<ExportFormat> format = format(clause);
        if (clause.has("FORMAT") && format.isEmpty()) return Optional.empty();
        List<ClipRef> clips = clause.clips();
        return Optional.of(Reading.of(new ExportClips(clips, format)).exported());
    }

    /** 只导出第二段: it stays, and the file is made of it. */
    static Optional<Reading> only(Clause clause) {
        boolean made = clause.has("EXPORT") && clause.count(Token.CLIPREF) == 1 && !clause.has(Token.SOFT);
        if (!made || !clause.isMadeOf(ONE)) return Optional.empty();
        List<Token> kept = clause.tokens().stream()
                .filter(token -> token.is(Token.CLIPREF))
                .toList();
        Token keep = new Token("KEEP", "", 0, 0);
        return ClipRules.keep(clause.with(
                        Stream.concat(Stream.of(keep), kept.stream()).toList()))
                .filter(Reading::asksForSomething)
                .flatMap(one -> inFormat(clause, one));
    }

    private static Optional<Reading> inFormat(Clause clause, Reading kept) {
        if (!clause.has("FORMAT")) return Optional.of(kept.exported());
        Optional<ExportFormat> format = format(clause);
        return format.map(it -> Reading.of(Stream.concat(
                                kept.operations().stream(),
                                Stream.of(new SetOutput(format, Optional.empty(), OptionalLong.empty(), true)))
                        .toList())
                .exported());
    }

    /** One picture is of a moment, which {@link StillRules} knows. */
    private static Optional<ExportFormat> format(Clause clause) {
        return clause.text("FORMAT").flatMap(ExportFormat::of).filter(kind -> !kind.isStill());
    }
}
