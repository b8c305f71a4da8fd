package reelskill.studio.server;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.RenderJobs;

/** A job while it is this process's: renewed every second with its progress, cancelled when it is no longer ours. */
final class RenderLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RenderLease.class);
    private static final long MOST_MILLIS = 1000;
    private static final int RENEWALS_PER_LEASE = 4;

    private final RenderJobs jobs;
    private final RenderJob job;
    private final String owner;
    private final Cancellation cancellation = new Cancellation();
    private final ScheduledFuture<?> renewal;
    private volatile double progress;

    RenderLease(RenderJobs jobs, RenderJob job, String owner, ScheduledExecutorService timer, Duration lease) {
        this.jobs = jobs;
        this.job = job;
        this.owner = owner;
        long period = Math.max(1, Math.min(MOST_MILLIS, lease.toMillis() / RENEWALS_PER_LEASE));
        renewal = timer.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
    }

    RenderJob job() {
        return job;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    void progress(double share) {
        progress = share;
    }

    @Override
    public void close() {
        renewal.cancel(false);
    }

    private void renew() {
        try {
            if (!jobs.renew(job, owner, progress)) cancellation.cancel();
        } catch (RuntimeException e) {
            // A timer never runs again what threw once; the lease outlives a few renewals that fail.
            LOG.warn("a lease was not renewed", e);
        }
    }
}
