package reelskill.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reelskill.draft.Draft;
import reelskill.media.ExportFormat;
import reelskill.session.Conversation;
import reelskill.session.ExportRecord;
import reelskill.session.Exports;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;

/** The tools that turn a timeline into a file, and the one that waits for whatever takes long. */
final class ExportTools {
    private static final int LONGEST_WAIT = 45;

    private final Office office;

    ExportTools(Office office) {
        this.office = office;
    }

    @Tool(
            name = "export_video",
            value =
                    "Renders the timeline into a finished file on this machine, MP4, GIF, MP3 and more: export, download,"
                            + " save, send me the video. 导出视频、下载成片。 Costs no credits. An interrupted export of the same timeline to the same path"
                            + " is finished, not begun again.")
    @Hints(title = "Export the video", idempotent = true)
    Answer.JobReport exportVideo(
            @P(name = "session_id", value = "The session to export") String sessionId,
            @P(
                            name = "output_path",
                            value =
                                    "Where the file goes; its ending says what it is: .mp4, .mov, .webm, .gif, .mp3, .m4a,"
                                            + " .wav. Left out, a free name in the working folder",
                            required = false)
                    @Nullable
                    String outputPath,
            @P(
                            name = "version",
                            value =
                                    "The number or name of an earlier version to render, from list_versions; the timeline as"
                                            + " it is now if left out",
                            required = false)
                    @Nullable
                    String version,
            @P(
                            name = "request_id",
                            value = "Any text that names this one request; the same text again returns the same job",
                            required = false)
                    @Nullable
                    String requestId,
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        String named = outputPath == null ? "" : outputPath.strip();
        // Without a name the order is the same whatever name is free: a retry finds its job.
        Path target = named.isEmpty()
                ? office.folders()
                        .freeOutput(first(visit.session()), format(visit.place(), visit.session()), visit.language())
                : office.folders().output(named, visit.language());
        String request = version == null || version.isBlank()
                ? named
                : FileJob.OF_VERSION + number(visit, version) + "\n" + named;
        Job.Order order =
                new Job.Order(Job.Kind.EXPORT, visit.id(), request, requestId, target.toString(), visit.language());
        return visit.start(order, false, (conversation, place, job) -> new FileJob(conversation, place, order).made());
    }

    private static int number(Visit visit, String version) {
        return VersionTools.version(visit, visit.now(Conversation::history), version)
                .number();
    }

    /** As the person said in an edit, if that was seen; MP4 otherwise. */
    private static ExportFormat format(Workplace place, SessionRecord session) {
        List<Draft> seen = place.journal().draftsOf(session.id());
        return seen.isEmpty()
                ? ExportFormat.MP4
                : seen.get(seen.size() - 1).wanted().get(0).format();
    }

    private static String first(SessionRecord session) {
        return session.media().stream().findFirst().orElse("video");
    }

    @Tool(
            name = "export_status",
            value =
                    "Lists the exports of a session and how far each is: rendering progress, finished files, failures, also"
                            + " of earlier runs of this server. 查看导出进度。 Returns at once and costs nothing.")
    @Hints(title = "Export status", readOnly = true, idempotent = true, openWorld = false)
    Answer.ExportList exportStatus(
            @P(name = "session_id", value = "The session whose exports are wanted") String sessionId,
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        visit.recall();
        List<Answer.ExportLine> lines = new ArrayList<>();
        for (ExportRecord export : visit.journal().exports()) {
            if (export.sessionId().equals(visit.id())) lines.add(line(export));
        }
        return new Answer.ExportList(
                visit.language()
                        .say(
                                "Exports: %d. One that stands still without a job_id goes on with export_video to the same path.",
                                "共 %d 个导出。没有 job_id 而停住的，可用相同路径再次调用 export_video 继续。", lines.size()),
                visit.id(),
                lines);
    }

    private Answer.ExportLine line(ExportRecord export) {
        Optional<Job> job = running(export);
        return new Answer.ExportLine(
                export.renderId(),
                export.status().name().toLowerCase(Locale.ROOT),
                export.target(),
                job.map(Job::id).orElse(null),
                job.map(Job::percent).orElse(null),
                export.problem() == null ? null : Plain.line(export.problem()));
    }

    private Optional<Job> running(ExportRecord export) {
        return office.jobs().of(export.sessionId()).stream()
                .filter(job -> job.isRunning()
                        && job.order().kind() == Job.Kind.EXPORT
                        && export.status().isOpen())
                .findFirst();
    }

    @Tool(
            name = "cancel_export",
            value = "Stops an export for good: cancel the render, stop exporting. 取消导出。 The timeline and files that are"
                    + " finished stay.")
    @Hints(title = "Cancel an export", destructive = true, idempotent = true)
    Answer.ExportList cancelExport(
            @P(name = "session_id", value = "The session whose export is to stop") String sessionId,
            @P(
                            name = "render_id",
                            value = "The export to stop, from export_status; left out, all that run in the session",
                            required = false)
                    @Nullable
                    String renderId,
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        String wanted = renderId == null ? "" : renderId.strip();
        List<Answer.ExportLine> stopped = visit.now(conversation -> stop(visit, conversation.exports(), wanted));
        String said = stopped.isEmpty()
                ? visit.language().pick("No such export is running.", "没有正在进行的此导出。")
                : visit.language().say("Cancelled: %d.", "已取消：%d 个。", stopped.size());
        return new Answer.ExportList(said, visit.id(), stopped);
    }

    private List<Answer.ExportLine> stop(Visit visit, Exports exports, String renderId) {
        List<Answer.ExportLine> stopped = new ArrayList<>();
        for (ExportRecord export : exports.open()) {
            boolean wanted = renderId.isEmpty() || renderId.equals(export.renderId());
            if (!wanted || !export.sessionId().equals(visit.id())) continue;
            running(export).ifPresent(job -> job.cancel().cancel());
            exports.cancel(export);
            visit.journal().export(export.renderId()).ifPresent(now -> stopped.add(line(now)));
        }
        return stopped;
    }

    @Tool(
            name = "wait_for",
            value =
                    "Waits for a running upload, edit or export and returns its result, or how far it is after 45 seconds at"
                            + " most: is it done, progress, still working? 等待结果、查看进度。 Call it again while status is 'running'.")
    @Hints(title = "Wait for a job", readOnly = true, idempotent = true, openWorld = false)
    Answer.JobReport waitFor(
            @P(name = "job_id", value = "The job, from upload_media, edit_video, undo_edit or export_video")
                    String jobId,
            @P(
                            name = "seconds",
                            value = "How long to wait at most, 0 to 45; 0 returns at once, 45 if left out",
                            required = false)
                    @Nullable
                    Integer seconds,
            InvocationParameters call) {
        Job job = office.job(jobId, call);
        int longest = Arguments.number(
                "seconds", seconds, 0, LONGEST_WAIT, LONGEST_WAIT, job.order().language());
        return job.await(Office.caller(call), Duration.ofSeconds(longest));
    }
}
