package reelskill.tools;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.media.MediaFormat;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.NemoClient;
import reelskill.nemo.NemoException;
import reelskill.nemo.Progress;
import reelskill.nemo.RenderCheck;
import reelskill.nemo.RenderJob;
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
        long sound = check.get().soundMillis().orElse(0L);
        long heard = check.get().heardMillis().orElse(sound);
        if (sound - heard > ROUNDING_MILLIS) {
            sentences.add(language.say(
                    "Only the first %s of the sound were listened to.", "声音只检查了前 %s。", SheetRows.clock(heard)));
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

    /** Begins to look at a file, each part on a thread of its own. */
    Sights at(Path media, Optional<ExportRecord> export, boolean sound, Executor threads) {
        CompletableFuture<Optional<Path>> overview =
                supplyAsync(() -> drawn(".jpg", place -> pictures.contactSheet(media, place)), threads);
        Supplier<Optional<Path>> wave = () -> drawn(".png", place -> pictures.waveform(media, place));
        // A sound has no frames: its waveform is its picture.
        CompletableFuture<Optional<Path>> waveform = sound
                ? supplyAsync(wave, threads)
                : overview.thenApplyAsync(frames -> frames.isPresent() ? Optional.empty() : wave.get(), threads);
        if (export.isEmpty()) {
            return new Sights(
                    completedFuture(media), overview, waveform, Sights.nothing(), Sights.nothing(), Sights.nothing());
        }
        CompletableFuture<Optional<RenderCheck>> check = supplyAsync(() -> check(visit, export.get()), threads);
        CompletableFuture<Optional<Path>> changes = overview.thenCombineAsync(
                check, (frames, found) -> frames.flatMap(it -> changes(media, export.get(), found)), threads);
        CompletableFuture<Optional<Path>> doubts = supplyAsync(() -> doubts(export.get()), threads);
        return new Sights(completedFuture(media), overview, waveform, check, changes, doubts);
    }

    private Optional<Path> drawn(String suffix, Predicate<Path> drawing) {
        Path place = pictures.place(suffix);
        return Office.guarded(visit.language(), visit.place(), () -> drawing.test(place))
                ? Optional.of(place)
                : Optional.empty();
    }

    /** Begins to look at two versions; what was never exported is rendered small. */
    Sights at(VersionTools.Compared compared, Executor threads) {
        CompletableFuture<SheetRows.Side> one = supplyAsync(() -> side(compared.one(), compared.before()), threads);
        CompletableFuture<SheetRows.Side> other =
                one.thenApplyAsync(it -> side(compared.other(), compared.after()), threads);
        return Sights.of(
                other.thenApply(SheetRows.Side::video),
                one.thenCombineAsync(
                        other,
                        (left, right) -> drawn(".jpg", place -> pictures.sheet(SheetRows.beside(left, right), place)),
                        threads));
    }

    private Optional<Path> changes(Path media, ExportRecord export, Optional<RenderCheck> check) {
        Language language = visit.language();
        List<SheetRow> rows = Stream.concat(
                        check.stream().flatMap(it -> SheetRows.of(it, media).stream()),
                        SheetRows.around(new Draft(export.draft()), media, language).stream())
                .toList();
        return rows.isEmpty() ? Optional.empty() : drawn(".jpg", place -> pictures.sheet(rows, place));
    }

    /** An extra: a preview does not fail for want of it. */
    private Optional<Path> doubts(ExportRecord export) {
        Path place = pictures.place(".jpg");
        NemoClient client = visit.place().backend().client();
        try {
            Optional<RenderJob> job = client.render(export.renderId()).doubts();
            if (job.isEmpty()) return Optional.empty();
            client.download(job.get(), place, Progress.none(), new CancelSignal());
            return Optional.of(place).filter(Looks::isJpeg);
        } catch (NemoException e) {
            return Optional.empty();
        }
    }

    private static boolean isJpeg(Path file) {
        try {
            return MediaFormat.sniff(file).equals(Optional.of(MediaFormat.JPG));
        } catch (IOException e) {
            return false;
        }
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
