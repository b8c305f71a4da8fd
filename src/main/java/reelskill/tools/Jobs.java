package reelskill.tools;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.session.JobRecord;
import reelskill.session.Journal;

/**
 * The jobs that are asked after, of this process and of earlier ones. A session has one running job at most; the same order
 * while it runs, or under the same {@code request_id} afterwards, is answered with the job that is there, so that a host's
 * retry pays nothing twice. Each job is written down before it begins and when it has ended.
 */
final class Jobs implements AutoCloseable {
    private static final int MOST_KEPT = 500;
    private static final int MOST_RUNNING = 100;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "reelskill-job");
        thread.setDaemon(true);
        return thread;
    });

    /** Returns the job of this order: the one that is there, or a new one. */
    Job start(Job.Order order, Journal journal, Job.Work work) {
        Job made;
        synchronized (this) {
            Optional<Job> there = find(order);
            if (there.isPresent()) return there.get();
            requireRoom(order.language());
            made = new Job("job_" + new BigInteger(96, random).toString(36), order);
            Logbook.begin(made, journal);
            jobs.put(made.id(), made);
            forgetOldest();
        }
        execute(made, journal, work);
        return made;
    }

    private void execute(Job job, Journal journal, Job.Work work) {
        try {
            threads.execute(() -> job.run(at -> {
                try {
                    Job.Outcome outcome = work.run(at);
                    Logbook.done(at, outcome, journal);
                    return outcome;
                } catch (RuntimeException | Error e) {
                    // What fails because the server ends is looked up by the next one.
                    if (!threads.isShutdown()) Logbook.failed(at, e, journal);
                    throw e;
                }
            }));
        } catch (RejectedExecutionException e) {
            // Nobody may wait for what never begins; the next server looks it up.
            job.run(at -> {
                throw e;
            });
            throw e;
        }
    }

    /**
     * Takes in a job of an earlier process, or of another one.
     *
     * @param work finds out what became of it, unless the record says so
     */
    void takeIn(JobRecord record, Journal journal, Job.Work work) {
        Job job;
        synchronized (this) {
            if (jobs.containsKey(record.id())) return;
            job = Logbook.job(record);
            jobs.put(job.id(), job);
            forgetOldest();
        }
        if (!record.hasEnded()) execute(job, journal, work);
    }

    synchronized boolean knows(String id) {
        return jobs.containsKey(id);
    }

    /** Returns the job that answers this order already; empty if it would be a new one. */
    synchronized Optional<Job> find(Job.Order order) {
        for (Job job : jobs.values()) {
            if (!order.isNamedLike(job.order()) || job.hasFailed()) continue;
            if (!order.isLike(job.order())) throw taken(order);
            return Optional.of(job);
        }
        for (Job job : jobs.values()) {
            if (!job.isRunning() || !job.order().sessionId().equals(order.sessionId())) continue;
            if (!order.isLike(job.order()) || !isFree(order, job)) throw busy(job, order.language());
            return Optional.of(job);
        }
        return Optional.empty();
    }

    /** Returns the session that an order of this kind, in these words and under this name, has begun by itself. */
    synchronized Optional<String> sessionOf(Job.Kind kind, String request, @Nullable String requestId) {
        if (requestId == null) return Optional.empty();
        return jobs.values().stream()
                .filter(job -> !job.hasFailed())
                .map(Job::order)
                .filter(order -> order.kind() == kind && order.request().equals(request))
                .filter(order -> requestId.equals(order.requestId()))
                .map(Job.Order::sessionId)
                .findFirst();
    }

    /** Two names mean two orders, even in the same words. */
    private static boolean isFree(Job.Order order, Job job) {
        return order.requestId() == null || job.order().requestId() == null;
    }

    private static ToolException taken(Job.Order order) {
        return ToolException.of(
                order.language(),
                "The request_id '%s' was used for another request in this session. Choose a new one.",
                "request_id“%s”已用于本会话的另一个请求。请换一个。",
                Plain.line(String.valueOf(order.requestId())));
    }

    private static ToolException busy(Job job, Language language) {
        return ToolException.of(
                language,
                "%s in this session (job_id %s). Call wait_for with it first; nothing new was started.",
                "本会话中%s（job_id %s）。请先用它调用 wait_for；没有开始新的任务。",
                job.order().kind().busy(language),
                job.id());
    }

    private void requireRoom(Language language) {
        if (jobs.values().stream().filter(Job::isRunning).count() >= MOST_RUNNING) {
            throw ToolException.of(language, "Too many jobs run at once. Try again shortly.", "同时进行的任务过多。请稍后再试。");
        }
    }

    private void forgetOldest() {
        List<Job> ended = jobs.values().stream().filter(job -> !job.isRunning()).toList();
        for (int i = 0; i < ended.size() && jobs.size() > MOST_KEPT; i++) {
            jobs.remove(ended.get(i).id());
        }
    }

    synchronized Optional<Job> job(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Returns the jobs of a session, the newest first. */
    synchronized List<Job> of(String sessionId) {
        List<Job> found = new ArrayList<>();
        for (Job job : jobs.values()) {
            if (job.order().sessionId().equals(sessionId)) found.add(0, job);
        }
        return found;
    }

    /** Lets go of what runs: nothing paid for is cancelled, what the backend does it goes on doing. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
