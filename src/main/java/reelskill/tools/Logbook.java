package reelskill.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.session.JobRecord;
import reelskill.session.Journal;

/** Writes jobs into the journal and makes them again from there, so that their ids and names outlive this process. */
final class Logbook {
    private static final Logger LOG = LoggerFactory.getLogger(Logbook.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Logbook() {}

    /** Writes down that a job is about to begin; what cannot be written down is not begun. */
    static void begin(Job job, Journal journal) {
        Job.Order order = job.order();
        journal.save(new JobRecord(
                job.id(),
                order.kind().name(),
                order.sessionId(),
                order.request(),
                order.requestId(),
                order.language(),
                order.target(),
                JobRecord.Owner.self(),
                null,
                null));
    }

    static void done(Job job, Job.Outcome outcome, Journal journal) {
        attempt(() ->
                journal.job(job.id()).ifPresent(record -> journal.save(record.doneWith(JSON.valueToTree(outcome)))));
        attempt(() -> journal.forgetTurn(job.id()));
    }

    static void failed(Job job, Throwable failure, Journal journal) {
        String why = failure instanceof ToolException told
                ? told.sentence()
                : Refusals.unknown(job.order().language());
        attempt(() -> journal.job(job.id()).ifPresent(record -> journal.save(record.failedFor(why))));
        attempt(() -> journal.forgetTurn(job.id()));
    }

    /** Work that is done is not undone because its end could not be written down: its beginning is, and is looked up. */
    private static void attempt(Runnable entry) {
        try {
            entry.run();
        } catch (UncheckedIOException e) {
            LOG.warn("the end of a job could not be written down", e);
        }
    }

    /** Returns the job of an entry: ended as it says, or still to be run. */
    static Job job(JobRecord record) {
        Job.Order order = new Job.Order(
                Job.Kind.valueOf(record.kind()),
                record.sessionId(),
                record.request(),
                record.requestId(),
                record.target(),
                record.language());
        Job job = new Job(record.id(), order);
        if (record.hasEnded()) job.run(at -> outcome(record));
        return job;
    }

    static Job.Outcome outcome(JobRecord record) {
        if (record.outcome() == null) throw ToolException.of(String.valueOf(record.problem()));
        try {
            return JSON.treeToValue(record.outcome(), Job.Outcome.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outcome of a job is written by another version", e);
        }
    }
}
