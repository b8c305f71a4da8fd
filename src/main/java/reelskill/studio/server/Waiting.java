package reelskill.studio.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/**
 * A client that waits for one answer that takes long. A blank goes to it from time to time, which JSON allows before a
 * value: a server notices that nobody listens any more only by sending something.
 */
final class Waiting implements AutoCloseable {
    private final Response response;
    private final Runnable gone;
    private final ScheduledFuture<?> heart;
    private boolean over;

    /** @param gone is run once, on a thread of {@code timer}, when the client has gone away */
    Waiting(Response response, ScheduledExecutorService timer, Duration beat, Runnable gone) {
        this.response = response;
        this.gone = gone;
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        heart = timer.scheduleWithFixedDelay(this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the blanks: now the answer can be sent. */
    @Override
    public void close() {
        heart.cancel(false);
        synchronized (this) {
            over = true;
        }
    }

    private synchronized void beat() {
        if (over) return;
        try {
            Content.Sink.write(response, false, ByteBuffer.wrap(new byte[] {' '}));
        } catch (IOException e) {
            over = true;
            gone.run();
        }
    }
}
