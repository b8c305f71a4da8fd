package reelskill.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/**
 * A journal entry of work that a host began and may ask after when the process that did it is gone. It runs until it has an
 * {@code outcome} or a {@code problem}.
 *
 * @param request what tells the same order from another one of its kind and session
 * @param requestId the host's own name for the order; null where it gave none
 * @param target where a file goes; null for all but exports
 * @param outcome what it led to, in the host's words; null until then
 * @param problem why it failed, in words for a person; null unless it did
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobRecord(
        String id,
        String kind,
        String sessionId,
        String request,
        @Nullable String requestId,
        Language language,
        @Nullable String target,
        Owner owner,
        @Nullable JsonNode outcome,
        @Nullable String problem) {

    /** The process that does the work; ids of processes are used again, their starts are not. */
    public record Owner(long pid, long startedMillis) {
        public static Owner self() {
            return of(ProcessHandle.current());
        }

        private static Owner of(ProcessHandle process) {
            return new Owner(
                    process.pid(),
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        }

        boolean isAlive() {
            return ProcessHandle.of(pid)
                    .filter(process -> of(process).equals(this))
                    .isPresent();
        }
    }

    public boolean hasEnded() {
        return outcome != null || problem != null;
    }

    /** Returns whether another process that still runs does this work. */
    public boolean isElsewhere() {
        return !hasEnded() && !owner.equals(Owner.self()) && owner.isAlive();
    }

    /** Returns whether this is the work of exporting to the same place. */
    public boolean isExportOf(ExportRecord export) {
        return sessionId.equals(export.sessionId())
                && Optional.ofNullable(target).filter(export.target()::equals).isPresent();
    }

    /** Returns the same work as finished; an earlier problem is forgotten. */
    public JobRecord doneWith(JsonNode result) {
        return new JobRecord(id, kind, sessionId, request, requestId, language, target, owner, result, null);
    }

    /** Returns the same work as failed, for a reason in words for a person. */
    public JobRecord failedFor(String why) {
        return new JobRecord(id, kind, sessionId, request, requestId, language, target, owner, null, why);
    }

    /** Returns the same work, now of this process. */
    public JobRecord adopted() {
        return new JobRecord(id, kind, sessionId, request, requestId, language, target, Owner.self(), outcome, problem);
    }
}
