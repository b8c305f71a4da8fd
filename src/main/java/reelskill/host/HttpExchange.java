package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The response to one HTTP request: plain JSON, or an event stream from the first message on that comes before the answer. */
final class HttpExchange implements Channel {
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Response response;
    private final Callback callback;
    private @Nullable Runnable whenOver;
    private boolean streaming;
    private boolean done;

    HttpExchange(Response response, Callback callback) {
        this.response = response;
        this.callback = callback;
    }

    /** Sets what happens once the response has ended, well or because the client closed the connection. */
    void whenOver(Runnable action) {
        synchronized (this) {
            if (!done) {
                whenOver = action;
                return;
            }
        }
        action.run();
    }

    /** Opens the stream without a message yet. */
    synchronized void stream() {
        if (streaming || done) return;
        streaming = true;
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Accel-Buffering", "no");
        write(KEEP_ALIVE);
    }

    @Override
    public synchronized void send(ObjectNode message) {
        stream();
        write(event(message));
    }

    /** Keeps proxies and idle timers calm on an open stream, and notices a client that left. */
    synchronized void keepAlive() {
        if (streaming) write(KEEP_ALIVE);
    }

    /** Answers and ends; the status counts only while nothing was sent. */
    void answer(int status, ObjectNode answer) {
        synchronized (this) {
            if (done) return;
            if (streaming) write(event(answer));
            else response.setStatus(status);
            if (!streaming) response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        }
        finish(streaming ? new byte[0] : Json.write(answer));
    }

    /** Ends without a body, as for a notification. */
    void status(int status) {
        response.setStatus(status);
        finish(new byte[0]);
    }

    /** Ends a stream; what is not streaming gets an empty one, the only way to say nothing. */
    @Override
    public void end() {
        stream();
        finish(new byte[0]);
    }

    private void finish(byte[] body) {
        if (!over()) return;
        response.write(true, ByteBuffer.wrap(body), callback);
        runWhenOver();
    }

    private static byte[] event(ObjectNode message) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes("event: message\ndata: ".getBytes(StandardCharsets.US_ASCII));
        event.writeBytes(Json.write(message));
        event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        return event.toByteArray();
    }

    private void write(byte[] bytes) {
        if (done) return;
        try {
            Content.Sink.write(response, false, ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Gives the connection up, because the client did. */
    void fail(Throwable cause) {
        if (!over()) return;
        callback.failed(cause);
        runWhenOver();
    }

    private synchronized boolean over() {
        boolean now = !done;
        done = true;
        return now;
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
