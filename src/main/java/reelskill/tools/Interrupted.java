package reelskill.tools;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.session.Conversation;
import reelskill.session.ExportRecord;
import reelskill.session.JobRecord;
import reelskill.session.TurnRecord;
import reelskill.session.Workplace;

/** Finds out what became of a job whose process ended. What may have been paid for is looked up and never sent again. */
final class Interrupted {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final JobRecord record;
    private final Job job;
    private final Conversation conversation;
    private final Workplace place;

    Interrupted(JobRecord record, Job job, Conversation conversation, Workplace place) {
        this.record = record;
        this.job = job;
        this.conversation = conversation;
        this.place = place;
    }

    /** Returns what the job led to, whoever has finished it; waits on this thread until it is known. */
    Job.Outcome outcome() {
        JobRecord last = record;
        while (last.isElsewhere()) {
            place.backend().timing().sleep(BETWEEN_LOOKS, "waiting for another server");
            last = place.journal().job(record.id()).orElse(last);
        }
        if (last.hasEnded()) return Logbook.outcome(last);
        place.journal().save(last.adopted());
        return switch (job.order().kind()) {
            case UPLOAD -> throw upload();
            case EDIT -> edit();
            case EXPORT -> export();
        };
    }

    private ToolException upload() {
        return ToolException.of(
                job.order().language(),
                "The server was stopped during this upload. Look with show_timeline which files arrived, and upload the"
                        + " others again.",
                "服务器在上传过程中被停止。请用 show_timeline 查看哪些文件已上传，再上传其余文件。");
    }

    private Job.Outcome edit() {
        Language language = job.order().language();
        TurnRecord turn = place.journal()
                .turn(record.id())
                .orElseThrow(() -> ToolException.of(
                        language,
                        "The server was stopped before this edit was sent: nothing was changed and nothing was paid. Call"
                                + " edit_video again.",
                        "服务器在发送此编辑之前被停止：没有任何改动，也没有扣费。请再次调用 edit_video。"));
        return EditTools.told(conversation.lookUp(turn), place.backend().keepsVersions(), language);
    }

    /** A render that was asked for is found again by its id; one that was not is asked for now, which costs nothing. */
    private Job.Outcome export() {
        Optional<ExportRecord> begun =
                place.journal().exports().stream().filter(record::isExportOf).findFirst();
        return begun.isPresent()
                ? FileJob.told(
                        List.of(conversation.exports().resume(begun.get())),
                        job.order().language())
                : new FileJob(conversation, place, job.order()).made();
    }
}
