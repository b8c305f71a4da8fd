package reelskill.studio.ffmpeg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** A request to stop that one thread makes and others notice. Happens at most once. Safe for use by many threads. */
public final class Cancellation {
    private final Map<Object, Runnable> actions = new LinkedHashMap<>();
    private boolean cancelled;

    /** Runs the actions registered so far, on this thread; later calls do nothing. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            if (cancelled) return;
            cancelled = true;
            due = List.copyOf(actions.values());
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs {@code action} once when cancelled: at once if that has happened. Closing the answer takes it back. */
    public Registration onCancel(Runnable action) {
        Object key = new Object();
        synchronized (this) {
            if (!cancelled) {
                actions.put(key, action);
                return () -> forget(key);
            }
        }
        action.run();
        return () -> {};
    }

    /**
     * Returns normally if the work may go on.
     *
     * @throws CancellationException if cancelled
     */
    public void throwIfCancelled() {
        if (isCancelled()) throw new CancellationException("cancelled");
    }

    private synchronized void forget(Object key) {
        actions.remove(key);
    }

    /** An action that waits for a cancellation. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
