package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The response to one HTTP request: plain JSON, or an event stream from the first message on that comes before the answer.
 * Sending never blocks; a client that does not read is given up when too much waits for it.
 */
final class HttpExchange implements Channel {
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_WAITING = 1000;

    private final Response response;
    private final Callback callback;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private @Nullable Runnable whenOver;
    private boolean streaming;
    private boolean writing;
    /** Nothing is sent after this. */
    private boolean done;
    /** Jetty's callback is spent. */
    private boolean over;

    HttpExchange(Response response, Callback callback) {
        this.response = response;
        this.callback = callback;
    }

    /** Sets what happens once the response has ended, well or because the client closed the connection. */
    void whenOver(Runnable action) {
        synchronized (this) {
            if (!over) {
                whenOver = action;
                return;
            }
        }
        action.run();
    }

    /** Opens the stream without a message yet. */
    void stream() {
        if (beginStream()) put(KEEP_ALIVE, false);
    }

    private synchronized boolean beginStream() {
        if (streaming || done) return false;
        streaming = true;
        head(200, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Accel-Buffering", "no");
        return true;
    }

    private void head(int status, String type) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    }

    @Override
    public void send(ObjectNode message) {
        stream();
        put(event(message), false);
    }

    /** Keeps proxies and idle timers calm on an open stream, and notices a client that left. */
    void keepAlive() {
        put(KEEP_ALIVE, false);
    }

    /** Answers and ends; the status counts only while nothing was sent. */
    void answer(int status, ObjectNode answer) {
        boolean plain;
        synchronized (this) {
            if (done) return;
            plain = !streaming;
            if (plain) head(status, "application/json");
            streaming = true;
        }
        put(plain ? Json.write(answer) : event(answer), true);
    }

    /** Ends without a body, as for a notification. */
    void status(int status) {
        response.setStatus(status);
        put(new byte[0], true);
    }

    /** Ends a stream; what is not streaming gets an empty one, the only way to say nothing. */
    @Override
    public void end() {
        stream();
        put(new byte[0], true);
    }

    private static byte[] event(ObjectNode message) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes("event: message\ndata: ".getBytes(StandardCharsets.US_ASCII));
        event.writeBytes(Json.write(message));
        event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        return event.toByteArray();
    }

    private void put(byte[] bytes, boolean last) {
        boolean tooMany;
        synchronized (this) {
            if (done) return;
            tooMany = waiting.size() >= MOST_WAITING;
            if (!tooMany) waiting.add(ByteBuffer.wrap(bytes));
            done = last && !tooMany;
            if (!tooMany && writing) return;
            writing = true;
        }
        if (tooMany) fail(new IOException("the client does not read"));
        else writeNext();
    }

    private void writeNext() {
        ByteBuffer next;
        boolean last;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                writing = false;
                return;
            }
            last = done && waiting.isEmpty();
            over = last;
        }
        response.write(last, next, last ? callback : Callback.from(this::writeNext, this::fail));
        if (last) runWhenOver();
    }

    /** Gives the connection up, because the client did. */
    void fail(Throwable cause) {
        synchronized (this) {
            if (over) return;
            over = true;
            done = true;
            waiting.clear();
        }
        callback.failed(cause);
        runWhenOver();
    }

    private void runWhenOver() {
        Runnable action;
        synchronized (this) {
            action = whenOver;
            whenOver = null;
        }
        if (action != null) action.run();
    }
}
