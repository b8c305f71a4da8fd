package reelskill.studio.server;

import java.nio.file.Files;
import reelskill.language.Language;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.Store;

/** What renders made. The file of an old one is swept, but nobody loses it: whoever asks for it has it rendered again. */
record Results(Store store) {
    /** Returns {@code job} as it is; one whose file was swept is in the queue once more. */
    RenderJob restored(RenderJob job) {
        boolean isSwept = job.status() == RenderJob.Status.COMPLETED
                && job.output().map(store.folder()::file).filter(Files::exists).isEmpty();
        return isSwept ? store.renderJobs().again(job) : job;
    }

    /**
     * Returns {@code job}, whose file is there.
     *
     * @throws Refusal if it was swept; then it is in the queue once more
     */
    RenderJob whole(RenderJob job, Language language) {
        RenderJob now = restored(job);
        if (job.status() != RenderJob.Status.COMPLETED || now.status() == RenderJob.Status.COMPLETED) return now;
        throw new Refusal(
                Code.CONFLICT,
                language.say(
                        "This file was put away after %d days and is being rendered again. Ask for the same address in a minute.",
                        "该文件已超过%d天被清理，正在重新渲染。请稍后再次打开同一地址。", store.folder().daysOfResults()));
    }
}
