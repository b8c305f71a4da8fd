package reelskill.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipFile;
import reelskill.draft.Draft;
import reelskill.draft.Wish;
import reelskill.media.ExportFormat;
import reelskill.media.MediaFormat;
import reelskill.media.Mp4;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.NemoException;
import reelskill.nemo.RenderJob;
import reelskill.session.ExportRecord.Status;
import reelskill.session.SessionException.Problem;

/** Brings a finished render to its place: download beside it, check, rename. Nothing half-done has the final name. */
final class Delivery {
    private final Backend backend;
    private final Journal journal;
    private final Narrator narrator;
    private final CancelSignal cancel;

    Delivery(Backend backend, Journal journal, Narrator narrator, CancelSignal cancel) {
        this.backend = backend;
        this.journal = journal;
        this.narrator = narrator;
        this.cancel = cancel;
    }

    Exported deliver(ExportRecord export, RenderJob job) {
        ExportRecord downloading = export.withStatus(Status.DOWNLOADING);
        journal.save(downloading);
        Path target = export.targetPath();
        Path staging = staging(export);
        try {
            long bytes = backend.client().download(job, staging, this::showBytes, cancel);
            boolean another = isWebmFor(export.format(), staging);
            ExportRecord ready = another ? downloading.withTarget(webmBeside(target)) : downloading;
            requireWhole(staging, ready.format());
            journal.save(ready.withBytes(bytes));
            move(staging, ready.targetPath());
            Exported exported =
                    arrived(ready.withBytes(bytes)).saying(job.note().map(Masked::text));
            return another
                    ? exported.insteadOf(new Another(new Wish(export.format()), Another.Cause.TRANSPARENCY))
                    : exported;
        } catch (IOException | UncheckedIOException e) {
            throw Target.unwritable(target, e);
        }
    }

    /**
     * Returns true if the file was put in its place already, and only writing that down was missed: the size is written
     * down just before the rename.
     */
    boolean isInPlace(ExportRecord export) {
        boolean renamed = export.status() == Status.DONE || export.status() == Status.DOWNLOADING;
        return renamed
                && export.bytes() > 0
                && !Files.exists(staging(export))
                && export.targetPath().toFile().length() == export.bytes();
    }

    /** What can be seen through comes as WebM where MP4 was asked for, which cannot carry it (protocol.md, Render). */
    private static boolean isWebmFor(ExportFormat asked, Path staging) throws IOException {
        boolean video = asked == ExportFormat.MP4 || asked == ExportFormat.MOV;
        return video && MediaFormat.sniff(staging).equals(Optional.of(MediaFormat.WEBM));
    }

    /** A file must not lie about what it is: its name ends in what it holds. */
    private Path webmBeside(Path target) {
        String stem = String.valueOf(target.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path beside = target.resolveSibling(stem + ".webm");
        for (int number = 2; Files.exists(beside) && !Target.isOurs(beside, journal); number++)
            beside = target.resolveSibling(stem + "-" + number + ".webm");
        return beside;
    }

    /** Returns what is told of a file that is in its place. */
    Exported arrived(ExportRecord export) {
        journal.save(export.withStatus(Status.DONE));
        try {
            Mp4 made = isBoxed(export.format()) ? Mp4.read(export.targetPath()) : told(export);
            return new Exported(
                    export.renderId(),
                    export.targetPath(),
                    Optional.empty(),
                    unmet(export),
                    export.bytes(),
                    new Draft(export.draft()).takes(),
                    made.duration(),
                    made.size(),
                    link(export));
        } catch (IOException e) {
            throw Target.unwritable(export.targetPath(), e);
        }
    }

    /** Names are for programs to rely on, so that a name that was given wins over words; but then it is told. */
    private static Optional<Another> unmet(ExportRecord export) {
        return Wish.of(new Draft(export.draft()))
                .filter(wish -> !wish.isMetBy(export.format()))
                .map(wish -> new Another(wish, Another.Cause.NAME));
    }

    private static Mp4 told(ExportRecord export) {
        if (export.format().isStill()) return new Mp4(Duration.ZERO, Optional.empty());
        return new Mp4(Duration.ofMillis(new Draft(export.draft()).durationMillis()), Optional.empty());
    }

    private static void requireWhole(Path staging, ExportFormat format) throws IOException {
        try {
            if (isBoxed(format)) Mp4.read(staging);
            else if (format == ExportFormat.ZIP) new ZipFile(staging.toFile()).close();
            else if (format.isProject()
                    ? Files.size(staging) == 0
                    : !MediaFormat.sniff(staging).map(Enum::name).equals(Optional.of(format.name())))
                throw new IOException("no " + format);
        } catch (IOException e) {
            Files.deleteIfExists(staging);
            throw SessionException.resumable(
                    Problem.RENDER_FAILED,
                    "What the service sent is not a whole %s file, so nothing was saved. It can be fetched again without rendering again.",
                    "服务返回的不是完整的 %s 文件，因此没有保存。可重新获取，不会再次渲染。",
                    format.word());
        }
    }

    /** Boxes say whether a file is whole and how long it is; other formats only what they are. */
    private static boolean isBoxed(ExportFormat format) {
        return switch (format) {
            case MP4, MOV, M4A -> true;
            case WEBM, GIF, ZIP, PNG, JPG, MP3, WAV, SRT, VTT, OTIO, FCPXML, EDL, MLT -> false;
        };
    }

    /** A link is an extra: an export that worked does not fail for want of it. */
    private Optional<URI> link(ExportRecord export) {
        if (!backend.isPaid()) {
            return Optional.empty();
        }
        try {
            return journal.session(export.sessionId())
                    .filter(session -> !session.taskId().isEmpty())
                    .map(session -> backend.client().claimLink(session.taskId(), session.id()));
        } catch (NemoException e) {
            return Optional.empty();
        }
    }

    private static Path staging(ExportRecord export) {
        Path target = export.targetPath();
        return target.resolveSibling("." + target.getFileName() + "." + export.renderId() + ".download");
    }

    private void showBytes(long done, long total) {
        if (total > 0) {
            narrator.progress(Narrator.Step.DOWNLOAD, (double) done / total);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
