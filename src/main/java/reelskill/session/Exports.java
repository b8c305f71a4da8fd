package reelskill.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.ErrorCode;
import reelskill.nemo.PollPlan;
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
    /** The longer side of a picture that is only to be looked at, in pixels. */
    private static final int GLANCE = 400;

    private final Backend backend;
    private final Journal journal;
    private final Narrator narrator;
    private final Language language;
    private final CancelSignal cancel;
    private final Delivery delivery;

    /** @param cancel stops the waiting; the render itself goes on and stays in the journal */
    public Exports(Backend backend, Journal journal, Narrator narrator, Language language, CancelSignal cancel) {
        this.backend = backend;
        this.journal = journal;
        this.narrator = narrator;
        this.language = language;
        this.cancel = cancel;
        this.delivery = new Delivery(backend, journal, narrator, cancel);
    }

    /**
     * Renders {@code draft} into {@code target}, as the kind of file that its name ends in. An export of the same draft to the same place that was interrupted is
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
        if (delivery.isInPlace(export)) {
            return delivery.arrived(export);
        }
        Target.of(export.targetPath(), journal);
        try {
            return finish(export, backend.client().render(export.renderId()));
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            return restart(export);
        }
    }

    /** An id that the backend never took is sent anew; one that it had taken and lost is not rendered again unasked. */
    private Exported restart(ExportRecord export) {
        if (export.status() == Status.SUBMITTING) {
            journal.forget(export);
            return submit(export);
        }
        String lost = language.pick("the service no longer has it", "服务上已没有该任务");
        if (export.status().isOpen()) {
            journal.save(export.failed(lost));
        }
        throw failure(lost);
    }

    /** Stops the render for good. What was exported before stays. */
    public void cancel(ExportRecord export) {
        backend.client().cancelRender(export.renderId());
        journal.save(export.withStatus(Status.CANCELLED));
    }

    private Exported begin(SessionRecord session, Draft draft, Path target) {
        long now = backend.timing().clock().millis();
        return submit(new ExportRecord(
                "", session.id(), session.backend(), target.toString(), draft.json(), Status.SUBMITTING, now, 0, null));
    }

    private Exported submit(ExportRecord planned) {
        ExportRecord[] written = {planned};
        try {
            RenderJob job = backend.client()
                    .submitRender(new RenderRequest(planned.sessionId(), planned.draft(), output(planned)), id -> {
                        forgetUnsent(written[0]);
                        written[0] = planned.withRenderId(id).withStatus(Status.SUBMITTING);
                        journal.save(written[0]);
                    });
            return finish(written[0], job);
        } catch (ServiceException e) {
            // After a refusal nothing runs; after a fault at the gateway it may, and the id must be kept.
            if (e.code() != ErrorCode.SERVICE_FAULT && isWaiting(written[0])) {
                forgetUnsent(written[0]);
            }
            throw e;
        }
    }

    private static JsonNode output(ExportRecord export) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("format", export.format().word())
                .put("quality", "high");
    }

    private void forgetUnsent(ExportRecord export) {
        if (!export.renderId().isEmpty()) {
            journal.forget(export);
        }
    }

    private boolean isWaiting(ExportRecord export) {
        return journal.export(export.renderId())
                .filter(kept -> kept.status() == Status.SUBMITTING)
                .isPresent();
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
            throw SessionException.resumable(
                    Problem.STILL_RUNNING,
                    "The export is still running. It is not lost and costs nothing more.",
                    "导出仍在进行，不会丢失，也不会再次扣费。");
        }
        narrator.progress(Narrator.Step.RENDER, 1);
        return delivery.deliver(export, last);
    }

    private void show(RenderJob job) {
        job.progress().ifPresent(share -> narrator.progress(Narrator.Step.RENDER, share));
    }

    private SessionException failed(ExportRecord export, RenderJob job) {
        String why = job.said().orElseGet(() -> language.pick("no reason was given", "未给出原因"));
        journal.save(export.failed(why));
        return failure(why);
    }

    private static SessionException failure(String why) {
        return new SessionException(
                Problem.RENDER_FAILED,
                "The export failed: %s. Your timeline is unchanged; export it again, or undo the last edit.",
                "导出失败：%s。时间线没有改变；请重新导出，或撤销上一次编辑。",
                why.replaceAll("^(The export failed|导出失败)[.:。：] ?|[.。]$", ""));
    }

    /**
     * Renders {@code draft} small and fast, to be looked at; no journal knows of it.
     *
     * @param patience after which the render is given up
     * @throws SessionException if it was not done by then
     */
    public void glance(SessionRecord session, Draft draft, Path target, Duration patience) {
        JsonNode output =
                JsonNodeFactory.instance.objectNode().put("format", "mp4").put("quality", "draft");
        RenderJob job = backend.client()
                .submitRender(
                        new RenderRequest(session.id(), draft.small(GLANCE).json(), output), id -> {});
        PollPlan plan = PollPlan.local().within(patience);
        RenderJob last = job.isFinal() ? job : backend.client().awaitRender(job, plan, seen -> {}, cancel);
        if (last.status() != RenderStatus.COMPLETED) {
            if (!last.isFinal()) backend.client().cancelRender(job.id());
            throw new SessionException(
                    Problem.STILL_RUNNING,
                    "That version takes long to show. Ask once more: what was done is kept. Or export it; then it is shown at"
                            + " once.",
                    "该版本需要较长时间渲染。请再试一次（已完成的部分会保留），或先导出，之后即可直接查看。");
        }
        backend.client().download(last, target, (done, total) -> {}, cancel);
    }

    /** Returns the exports that were begun on this backend and not ended, the newest first. */
    public List<ExportRecord> open() {
        return journal.exports().stream()
                .filter(export -> export.status().isOpen() && export.backend().equals(backend.name()))
                .toList();
    }
}
