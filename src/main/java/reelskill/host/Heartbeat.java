package reelskill.host;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Reports for each running call that asked for progress, so that its host keeps waiting (hosts.md, 5). */
final class Heartbeat implements AutoCloseable {
    private final long periodMillis;
    private final ScheduledThreadPoolExecutor clock;

    Heartbeat(long periodMillis) {
        this.periodMillis = periodMillis;
        clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "mcp-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Begins to report every period; cancel the result when the call ends. */
    ScheduledFuture<?> of(Progress progress) {
        long start = System.nanoTime();
        return every(() -> progress.beat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
    }

    ScheduledFuture<?> every(Runnable beat) {
        return clock.scheduleAtFixedRate(beat, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
