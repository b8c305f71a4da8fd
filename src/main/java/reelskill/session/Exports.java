package reelskill.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.media.Mp4;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.ErrorCode;
import reelskill.nemo.RenderJob;
import reelskill.nemo.RenderRequest;
import reelskill.nemo.RenderStatus;
import reelskill.nemo.ServiceException;
import reelskill.session.ExportRecord.Status;
import reelskill.session.SessionException.Problem;

/**
 * Turns a draft into a file: journal, render, wait, download, check, rename. Each step is written down before it is
 * taken, so that whatever is killed can be finished by {@link #resume} without rendering again.
 */
public final class Exports {
    private static final JsonNode OUTPUT =
            JsonNodeFactory.instance.objectNode().put("format", "mp4").put("quality", "high");

    private final Backend backend;
    private final Journal journal;
    private final Narrator narrator;
    private final Language language;
    private final CancelSignal cancel;

    /** @param cancel stops the waiting; the render itself goes on and stays in the journal */
    public Exports(Backend backend, Journal journal, Narrator narrator, Language language, CancelSignal cancel) {
        this.backend = backend;
        this.journal = journal;
        this.narrator = narrator;
        this.language = language;
        this.cancel = cancel;
    }

    /**
     * Renders {@code draft} into {@code target}. An export of the same draft to the same place that was interrupted is
     * finished instead of begun again.
     */
    public Exported export(SessionRecord session, Draft draft, Path target) {
        if (!draft.isReady()) {
            throw new SessionException(
                    Problem.NOTHING_THERE,
                    "There is nothing on the timeline to export yet. Upload a clip first.",
                    "时间线上还没有可导出的内容。请先上传素材。");
        }
        Target place = Target.of(target, journal);
        Optional<ExportRecord> open = journal.exports().stream()
                .filter(export -> export.status().isOpen() && export.isOf(session, draft, place.path()))
                .findFirst();
        return open.isPresent() ? resume(open.get()) : begin(session, draft, place.path());
    }

    /** Finishes an export that was interrupted; one that is done already is only told again. */
    public Exported resume(ExportRecord export) {
        Target.of(export.targetPath(), journal);
        try {
            return finish(export, backend.client().render(export.renderId()));
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.NOT_FOUND || !export.status().isOpen()) {
                throw e;
            }
            // The backend never took this id: the process ended between writing it down and sending it.
            journal.forget(export);
            return submit(export);
        }
    }

    /** Stops the render for good. What was exported before stays. */
    public void cancel(ExportRecord export) {
        backend.client().cancelRender(export.renderId());
        journal.save(export.withStatus(Status.CANCELLED));
    }

    private Exported begin(SessionRecord session, Draft draft, Path target) {
        long now = backend.timing().clock().millis();
        return submit(new ExportRecord(
                "", session.id(), session.backend(), target.toString(), draft.json(), Status.SUBMITTING, now, null));
    }

    private Exported submit(ExportRecord planned) {
        ExportRecord[] written = {planned};
        RenderJob job = backend.client()
                .submitRender(new RenderRequest(planned.sessionId(), planned.draft(), OUTPUT), id -> {
                    if (!written[0].renderId().isEmpty()) {
                        journal.forget(written[0]);
                    }
                    written[0] = planned.withRenderId(id).withStatus(Status.SUBMITTING);
                    journal.save(written[0]);
                });
        return finish(written[0], job);
    }

    private Exported finish(ExportRecord export, RenderJob job) {
        journal.save(export.withStatus(Status.RENDERING));
        RenderJob last = job.isFinal()
                ? job
                : backend.client().awaitRender(job, backend.pace().renders(), this::show, cancel);
        if (last.status() == RenderStatus.FAILED) {
            throw failed(export, last);
        }
        if (last.status() == RenderStatus.CANCELED) {
            journal.save(export.withStatus(Status.CANCELLED));
            throw new SessionException(Problem.RENDER_FAILED, "The export was cancelled.", "导出已取消。");
        }
        if (!last.isFinal()) {
            throw new SessionException(
                    Problem.STILL_RUNNING,
                    "The export is still running. It is not lost and costs nothing more: 'reelskill exports resume' finishes it.",
                    "导出仍在进行，不会丢失，也不会再次扣费：运行“reelskill exports resume”即可完成。");
        }
        narrator.progress(Narrator.Step.RENDER, 1);
        return save(export, last);
    }

    private void show(RenderJob job) {
        job.progress().ifPresent(share -> narrator.progress(Narrator.Step.RENDER, share));
    }

    private SessionException failed(ExportRecord export, RenderJob job) {
        String why = job.said().orElseGet(() -> language.pick("no reason was given", "未给出原因"));
        journal.save(export.failed(why));
        return new SessionException(
                Problem.RENDER_FAILED,
                "The export failed: %s. Your timeline is unchanged; try again, or undo the last edit.",
                "导出失败：%s。时间线没有改变；请重试，或撤销上一次编辑。",
                why.replaceAll("[.。]$", ""));
    }

    private Exported save(ExportRecord export, RenderJob job) {
        journal.save(export.withStatus(Status.DOWNLOADING));
        Path target = export.targetPath();
        Path staging = target.resolveSibling("." + target.getFileName() + "." + export.renderId() + ".download");
        try {
            long bytes = backend.client().download(job, staging, this::showBytes, cancel);
            Mp4 made = Mp4.read(staging);
            move(staging, target);
            journal.save(export.withStatus(Status.DONE));
            return new Exported(export.renderId(), target, bytes, made.duration(), made.size());
        } catch (IOException | UncheckedIOException e) {
            throw Target.unwritable(target, e);
        }
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

    /** Returns the exports that were begun on this backend and not ended, the newest first. */
    public List<ExportRecord> open() {
        return journal.exports().stream()
                .filter(export -> export.status().isOpen() && export.backend().equals(backend.name()))
                .toList();
    }
}
