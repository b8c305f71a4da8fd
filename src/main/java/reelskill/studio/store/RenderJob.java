package reelskill.studio.store;

import java.util.Optional;

/**
 * A draft on its way to a file.
 *
 * @param id chosen by the client; unique
 * @param progress 0 to 1
 * @param message to a person: why it failed, empty for a failed job that ended every process that tried it; or what to
 *     know of the result, mostly nothing
 * @param output the result's file, relative to the data folder
 */
public record RenderJob(
        String id,
        Session session,
        String draft,
        String format,
        String quality,
        Status status,
        double progress,
        Optional<String> message,
        Optional<String> output) {
    /** Where a job is. {@code CANCELLED} is ours; the protocol calls it failed. */
    public enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELLED;

        public boolean isFinal() {
            return this != PENDING && this != PROCESSING;
        }
    }
}
