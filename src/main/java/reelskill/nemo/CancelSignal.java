package reelskill.nemo;

import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.Call;

/** Stops calls from another thread. Safe for use by many threads; once canceled, it stays so. */
public final class CancelSignal {
    private final Set<Call> calls = new LinkedHashSet<>();
    private boolean canceled;

    /** Stops the running calls of this signal, and each that is begun from now on. */
    public void cancel() {
        Set<Call> running;
        synchronized (this) {
            canceled = true;
            running = Set.copyOf(calls);
        }
        running.forEach(Call::cancel);
    }

    public synchronized boolean isCanceled() {
        return canceled;
    }

    Running running(Call call) {
        boolean late;
        synchronized (this) {
            calls.add(call);
            late = canceled;
        }
        if (late) call.cancel();
        return () -> done(call);
    }

    void throwIfCanceled(Operation operation) {
        if (isCanceled()) throw new CanceledException(operation.name());
    }

    private synchronized void done(Call call) {
        calls.remove(call);
    }

    /** A call that this signal can stop, until closed. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
