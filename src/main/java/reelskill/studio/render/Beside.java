package reelskill.studio.render;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import reelskill.studio.ffmpeg.Cancellation;

/** Work on a thread of its own, beside that of the render. */
final class Beside<T> implements AutoCloseable {
    private final Cancellation own = new Cancellation();
    private final Cancellation.Registration whole;
    private final FutureTask<T> work;

    /** What is done there; it ends soon when cancelled. */
    interface Work<T> {
        T done(Cancellation cancellation) throws IOException;
    }

    /** Begins at once. */
    Beside(String name, Work<T> work, Cancellation cancellation) {
        this.whole = cancellation.onCancel(own::cancel);
        this.work = new FutureTask<>(() -> work.done(own));
        Thread thread = new Thread(this.work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for what comes of it, and fails as it does.
     *
     * @throws CancellationException if cancelled, or this thread interrupted
     */
    T finished() throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            Throwable reason = e.getCause();
            if (reason instanceof IOException failed) throw failed;
            if (reason instanceof RuntimeException failed) throw failed;
            throw new IllegalStateException(reason);
        }
    }

    /** Stops what still runs, and returns when nothing does. */
    @Override
    public void close() {
        whole.close();
        own.cancel();
        try {
            finished();
        } catch (IOException | RuntimeException e) {
            // Whoever wanted the result has been told.
        }
    }
}
