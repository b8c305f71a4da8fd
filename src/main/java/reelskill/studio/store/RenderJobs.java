package reelskill.studio.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The queue of renders. A process takes a job for the length of a lease and renews it while it works; a job whose lease
 * ended, because its process died, is taken by whoever asks next. Safe for use by many threads and processes.
 */
public final class RenderJobs {
    /** A job that ended this many processes is given up: it would end the next one too. */
    private static final int MOST_ATTEMPTS = 3;

    private static final String JOB = """
            select j.id as job_id, j.draft, j.format, j.quality, j.status, j.progress, j.message, j.output,
                   s.* from render_job j join session s on s.id = j.session_id
            """;

    private final Database database;
    private final Clock clock;
    private final Duration lease;

    RenderJobs(Database database, Clock clock, Duration lease) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
    }

    /** Adds a job; returns false, and changes nothing, if the id was used before. */
    public boolean submit(String id, Session session, String draft, String format, String quality) {
        return database.write(handle -> handle.createUpdate("""
                        insert into render_job (id, session_id, draft, format, quality, status, created_at)
                        values (:id, :session, :draft, :format, :quality, 'PENDING', :now)
                        on conflict (id) do nothing""")
                        .bind("id", id)
                        .bind("session", session.id())
                        .bind("draft", draft)
                        .bind("format", format)
                        .bind("quality", quality)
                        .bind("now", clock.millis())
                        .execute()
                == 1);
    }

    /** Returns the job, or empty if there is none or it is somebody else's. */
    public Optional<RenderJob> find(Account owner, String id) {
        return database.read(handle -> handle.createQuery(JOB + "where j.id = :id and s.account_id = :account")
                .bind("id", id)
                .bind("account", owner.id())
                .map((row, context) -> job(row))
                .findOne());
    }

    /** Returns the job whoever asks: for addresses that prove by themselves that they may be used. */
    public Optional<RenderJob> find(String id) {
        return database.read(handle -> handle.createQuery(JOB + "where j.id = :id")
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne());
    }

    /** Takes the oldest job that nobody works on, for the worker called {@code owner}. */
    public Optional<RenderJob> claim(String owner) {
        return database.write(handle -> {
            giveUp(handle);
            return oldestFree(handle).map(id -> {
                take(handle, id, owner);
                return handle.createQuery(JOB + "where j.id = :id")
                        .bind("id", id)
                        .map((row, context) -> job(row))
                        .one();
            });
        });
    }

    /** Renews the lease and tells how far the work is; returns false if the job is no longer {@code owner}'s to do. */
    public boolean renew(RenderJob job, String owner, double progress) {
        return database.write(handle -> handle.createUpdate("""
                        update render_job set lease_until = :until, progress = max(progress, :progress)
                         where id = :id and owner = :owner and status = 'PROCESSING'""")
                        .bind("until", clock.instant().plus(lease).toEpochMilli())
                        .bind("progress", progress)
                        .bind("id", job.id())
                        .bind("owner", owner)
                        .execute()
                == 1);
    }

    /**
     * Ends the job with its result; returns false if it is no longer {@code owner}'s, and the result is nobody's.
     *
     * @param note what a person should know of the result; empty for nothing
     */
    public boolean complete(RenderJob job, String owner, String output, String note) {
        return database.write(handle -> handle.createUpdate("""
                        update render_job set status = 'COMPLETED', progress = 1, output = :output, message = :note
                         where id = :id and owner = :owner and status = 'PROCESSING'""")
                        .bind("output", output)
                        .bind("note", note.isEmpty() ? null : note)
                        .bind("id", job.id())
                        .bind("owner", owner)
                        .execute()
                == 1);
    }

    /** Ends the job without a result, unless it is no longer {@code owner}'s. */
    public void fail(RenderJob job, String owner, String message) {
        database.write(handle -> handle.createUpdate("""
                        update render_job set status = 'FAILED', message = :message
                         where id = :id and owner = :owner and status = 'PROCESSING'""")
                .bind("message", message)
                .bind("id", job.id())
                .bind("owner", owner)
                .execute());
    }

    /** Puts a job back for any process to take, as one that closes in good order does. */
    public void giveBack(RenderJob job, String owner) {
        database.write(handle -> handle.createUpdate("""
                        update render_job set status = 'PENDING', owner = null, attempts = attempts - 1
                         where id = :id and owner = :owner and status = 'PROCESSING'""")
                .bind("id", job.id())
                .bind("owner", owner)
                .execute());
    }

    /** Cancels the job wherever it runs: its process sees it at its next {@link #renew}. A finished job stays finished. */
    public void cancel(RenderJob job, String message) {
        database.write(handle -> handle.createUpdate("""
                        update render_job set status = 'CANCELLED', message = :message
                         where id = :id and status in ('PENDING', 'PROCESSING')""")
                .bind("message", message)
                .bind("id", job.id())
                .execute());
    }

    /** Puts a job whose result is no longer there back into the queue, once for each result; returns it as it is now. */
    public RenderJob again(RenderJob job) {
        return database.write(handle -> {
            handle.createUpdate("""
                        update render_job set status = 'PENDING', owner = null, output = null, message = null,
                               progress = 0, attempts = 0
                         where id = :id and status = 'COMPLETED' and output = :output""")
                    .bind("id", job.id())
                    .bind("output", job.output().orElse(""))
                    .execute();
            return handle.createQuery(JOB + "where j.id = :id")
                    .bind("id", job.id())
                    .map((row, context) -> job(row))
                    .one();
        });
    }

    private void giveUp(Handle handle) {
        handle.createUpdate("""
                        update render_job set status = 'FAILED' where status = 'PROCESSING'
                           and lease_until < :now and attempts >= :most""")
                .bind("now", clock.millis())
                .bind("most", MOST_ATTEMPTS)
                .execute();
    }

    private Optional<String> oldestFree(Handle handle) {
        return handle.createQuery("""
                        select id from render_job
                         where status = 'PENDING' or (status = 'PROCESSING' and lease_until < :now)
                         order by created_at, rowid limit 1""")
                .bind("now", clock.millis())
                .mapTo(String.class)
                .findOne();
    }

    private void take(Handle handle, String id, String owner) {
        handle.createUpdate("""
                        update render_job set status = 'PROCESSING', owner = :owner, lease_until = :until,
                               attempts = attempts + 1 where id = :id""")
                .bind("owner", owner)
                .bind("until", clock.instant().plus(lease).toEpochMilli())
                .bind("id", id)
                .execute();
    }

    private static RenderJob job(ResultSet row) throws SQLException {
        return new RenderJob(
                row.getString("job_id"),
                Sessions.session(row),
                row.getString("draft"),
                row.getString("format"),
                row.getString("quality"),
                RenderJob.Status.valueOf(row.getString("status")),
                row.getDouble("progress"),
                Optional.ofNullable(row.getString("message")),
                Optional.ofNullable(row.getString("output")));
    }
}
