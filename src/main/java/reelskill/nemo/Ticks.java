package reelskill.nemo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls back again and again on a thread of its own; a test's own ticks when told. */
@FunctionalInterface
public interface Ticks {
    Ticking start(Duration period, Runnable tick);

    /** Ticks of a daemon thread, which ends with the ticking. */
    static Ticks ofThread() {
        return (period, tick) -> {
            ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
                Thread daemon = new Thread(runnable, "reelskill-turn-watch");
                daemon.setDaemon(true);
                return daemon;
            });
            var unused = thread.scheduleAtFixedRate(tick, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
            return thread::shutdownNow;
        };
    }

    /** Ticks until closed. */
    interface Ticking extends AutoCloseable {
        @Override
        void close();
    }
}
