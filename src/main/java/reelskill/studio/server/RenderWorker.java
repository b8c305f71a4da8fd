package reelskill.studio.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.studio.store.DataFolder;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.RenderJobs;
import reelskill.studio.store.Store;

/** This process's one render at a time. It also takes up jobs whose process died. Safe for use by many threads. */
final class RenderWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RenderWorker.class);

    /** How long a job of a dead process may lie after its lease has ended, when nobody polls it. */
    private static final Duration SWEEP = Duration.ofSeconds(2);

    private final Store store;
    private final RenderJobs jobs;
    private final Engine engine;
    private final StudioSettings settings;
    private final String owner;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = daemon(this::run);
    // Its own: a client that does not read its events must not end a lease.
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(RenderWorker::daemon);
    private volatile boolean closed;
    private volatile @Nullable RenderLease running;
    private CompletableFuture<Void> end = new CompletableFuture<>();

    RenderWorker(Store store, Engine engine, StudioSettings settings) {
        this.store = store;
        this.jobs = store.renderJobs();
        this.engine = engine;
        this.settings = settings;
        this.owner = settings.ids().number();
    }

    void start() {
        thread.start();
    }

    /** Looks for work now. */
    void wake() {
        work.release();
    }

    /** Returns what completes when the next render of this process has ended or was stopped, whichever it is. */
    synchronized CompletableFuture<Void> nextEnd() {
        return end;
    }

    private synchronized void tellEnd() {
        end.complete(null);
        end = new CompletableFuture<>();
    }

    /** Stops a cancelled job at once if it runs here; another process notices within a second that its job was cancelled. */
    void stop(String jobId) {
        RenderLease current = running;
        if (current != null && current.job().id().equals(jobId))
            current.cancellation().cancel();
        tellEnd();
    }

    /** Stops what runs, which another process or the next start takes up. */
    @Override
    public void close() {
        closed = true;
        RenderLease current = running;
        if (current != null) current.cancellation().cancel();
        wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        renewals.shutdownNow();
    }

    private void run() {
        while (!closed) {
            try {
                Optional<RenderJob> job = jobs.claim(owner);
                if (job.isPresent()) render(job.get());
                else rest();
            } catch (RuntimeException | Error e) {
                // The job stays leased; when that ends it is tried again, and given up after a few times.
                LOG.error("the render queue failed", e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (work.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) work.drainPermits();
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void render(RenderJob job) {
        try (RenderLease lease = new RenderLease(jobs, job, owner, renewals, settings.lease())) {
            running = lease;
            if (closed) lease.cancellation().cancel();
            render(lease);
        } catch (CancellationException e) {
            // By its user or by who took it over: then it is no longer ours, and this changes nothing.
            if (closed) jobs.giveBack(job, owner);
        } catch (IOException | RuntimeException e) {
            LOG.error("a render failed", e);
            jobs.fail(job, owner, Failures.sentence(e, job.session().language()));
        } finally {
            running = null;
            tellEnd();
        }
    }

    /** Each attempt has a file of its own, so that two processes never write the same one, whatever their clocks say. */
    private void render(RenderLease lease) throws IOException {
        RenderJob job = lease.job();
        Path target = store.folder().file("renders/" + settings.ids().number() + "." + job.format());
        List<String> notes = engine.render(job, target, lease::progress, lease.cancellation());
        DataFolder.ownerOnly(target);
        String output = store.folder().relative(target);
        if (jobs.complete(job, owner, output, String.join(" ", notes))) return;
        Files.deleteIfExists(target);
        Files.deleteIfExists(Engine.doubtsOf(target));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reelskill-studio-render");
        thread.setDaemon(true);
        return thread;
    }
}
