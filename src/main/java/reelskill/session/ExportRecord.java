package reelskill.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import reelskill.draft.Draft;
import reelskill.media.ExportFormat;

/**
 * A journal entry of one export, written before the render is asked for and after each step, so that a killed process
 * leaves enough to finish it: the same id is polled again, never rendered or paid twice.
 *
 * @param draft the document as it was sent, verbatim
 * @param target where the file goes
 * @param startedMillis when it was asked for, in milliseconds since 1970
 * @param bytes the size of the checked file, written down before it takes its place; 0 until then
 * @param problem what went wrong in words for a person; null unless {@code status} is {@link Status#FAILED}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportRecord(
        String renderId,
        String sessionId,
        String backend,
        String target,
        JsonNode draft,
        Status status,
        long startedMillis,
        long bytes,
        @Nullable String problem) {
    /** How far it got. The order is the order in time; the last three are ends. */
    public enum Status {
        SUBMITTING,
        RENDERING,
        DOWNLOADING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOpen() {
            return this == SUBMITTING || this == RENDERING || this == DOWNLOADING;
        }
    }

    boolean isOf(SessionRecord session, Draft wanted, Path place) {
        return sessionId.equals(session.id())
                && draft.equals(wanted.json())
                && targetPath().equals(place);
    }

    Path targetPath() {
        return Path.of(target);
    }

    /** Returns the kind of file that the target's name ends in; MP4 for any other ending. */
    ExportFormat format() {
        return ExportFormat.ofName(targetPath()).orElse(ExportFormat.MP4);
    }

    ExportRecord withStatus(Status next) {
        return new ExportRecord(renderId, sessionId, backend, target, draft, next, startedMillis, bytes, null);
    }

    ExportRecord withRenderId(String id) {
        return new ExportRecord(id, sessionId, backend, target, draft, status, startedMillis, bytes, null);
    }

    ExportRecord withTarget(Path other) {
        return new ExportRecord(
                renderId, sessionId, backend, other.toString(), draft, status, startedMillis, bytes, problem);
    }

    ExportRecord withBytes(long checked) {
        return new ExportRecord(renderId, sessionId, backend, target, draft, status, startedMillis, checked, problem);
    }

    ExportRecord failed(String why) {
        return new ExportRecord(renderId, sessionId, backend, target, draft, Status.FAILED, startedMillis, bytes, why);
    }
}
