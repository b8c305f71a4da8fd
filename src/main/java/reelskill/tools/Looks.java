package reelskill.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.nemo.NemoException;
import reelskill.nemo.RenderCheck;
import reelskill.session.ExportRecord;
import reelskill.session.Version;

/** Looks at finished files for one call: what the studio says of them, and files of versions to set side by side. */
record Looks(Visit visit, Pictures pictures) {
    /** Two of them and their frames are done within the minute that hosts wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How much may be left unseen at the end: the length of a file is told in whole frames. */
    private static final long ROUNDING_MILLIS = 200;

    /** Returns the finished exports of the session, the newest first. */
    static Stream<ExportRecord> done(Visit visit) {
        return visit.journal().exports().stream()
                .filter(export -> export.sessionId().equals(visit.id()) && export.status() == ExportRecord.Status.DONE);
    }

    /** Returns what the studio finds; empty where the backend does not look, or there is nothing that plays. */
    static Optional<RenderCheck> check(Visit visit, ExportRecord export) {
        if (!visit.place().backend().keepsVersions()) return Optional.empty();
        try {
            return Optional.of(visit.place().backend().client().check(export.renderId()));
        } catch (NemoException e) {
            return Optional.empty();
        }
    }

    static String words(Optional<RenderCheck> check, Visit visit) {
        Language language = visit.language();
        if (check.isEmpty()) {
            return language.pick(
                    "Its picture and sound were not checked: only the studio on this machine does that.",
                    "未检查画面和声音：只有本机工作室可以检查。");
        }
        List<String> sentences = new ArrayList<>();
        check.get().findings().forEach(finding -> sentences.add(Plain.line(finding.words())));
        if (sentences.isEmpty()) {
            sentences.add(language.pick(
                    "Checked: no black or frozen stretches, no clipped words, nothing covered, no peaks.",
                    "检查完毕：没有黑屏、静止画面、被剪断的词、被遮挡的文字或过高的峰值。"));
        }
        measures(check.get(), language).ifPresent(sentences::add);
        long unseen = check.get().pictureMillis().orElse(0L) - check.get().seenMillis();
        if (unseen > ROUNDING_MILLIS) {
            sentences.add(language.say(
                    "Only the first %s of the picture were looked at.",
                    "画面只检查了前 %s。", SheetRows.clock(check.get().seenMillis())));
        }
        return String.join(" ", sentences);
    }

    private static Optional<String> measures(RenderCheck check, Language language) {
        if (check.loudness().isEmpty()) return Optional.empty();
        String before = check.loudnessBefore().map(lufs -> lufs + " → ").orElse("");
        return Optional.of(language.say(
                "Loudness %s%s LUFS, peaks at %s dBTP.",
                "响度 %s%s LUFS，峰值 %s dBTP。",
                before,
                check.loudness().get(),
                check.peak().map(String::valueOf).orElse("?")));
    }

    static Answer.Check data(RenderCheck check) {
        return new Answer.Check(
                check.findings().stream()
                        .map(finding -> new Answer.CheckFinding(
                                Plain.line(finding.kind()),
                                finding.fromMillis() / 1000.0,
                                finding.toMillis() / 1000.0,
                                Plain.line(finding.words())))
                        .toList(),
                check.loudnessBefore().orElse(null),
                check.loudness().orElse(null),
                check.peak().orElse(null),
                check.pictureMillis().map(millis -> millis / 1000.0).orElse(null),
                check.soundMillis().map(millis -> millis / 1000.0).orElse(null),
                check.seenMillis() / 1000.0);
    }

    /** Returns a file that shows a version: its export, or a small copy that is made now and kept for a week. */
    SheetRows.Side side(Version version, Draft draft) {
        String name = version.names().stream().findFirst().map(Plain::line).orElse("");
        String called =
                visit.language().say("version %d", "版本 %d", version.number()) + (name.isEmpty() ? "" : " " + name);
        return new SheetRows.Side(file(version, draft), draft.durationMillis(), called);
    }

    private Path file(Version version, Draft draft) {
        Optional<Path> exported = done(visit)
                .filter(export -> export.draft().equals(draft.json()))
                .map(export -> Path.of(export.target()))
                .filter(Files::isRegularFile)
                .findFirst();
        if (exported.isPresent()) return exported.get();
        Language language = visit.language();
        if (!visit.place().backend().keepsVersions()) {
            throw ToolException.of(
                    language,
                    "Version %d was not exported, so there is nothing to see of it. Call export_video with version %d first.",
                    "版本 %d 还没有导出，无法查看画面。请先用 export_video 导出版本 %d。",
                    version.number(),
                    version.number());
        }
        Path copy = pictures.place(draft.json().toString(), ".mp4");
        if (Files.isRegularFile(copy)) return copy;
        return visit.now(conversation -> {
            conversation.exports().glance(visit.session(), draft, copy, PATIENCE);
            return copy;
        });
    }
}
