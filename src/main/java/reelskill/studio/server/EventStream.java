package reelskill.studio.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/**
 * What a turn says while it runs (protocol.md, SSE events). A client that goes away is not noticed by the turn: its
 * events go nowhere. Safe for use by many threads.
 */
final class EventStream implements AutoCloseable {
    private final Response response;
    private final ScheduledFuture<?> heart;
    private boolean gone;

    /** Begins the answer and sends a heartbeat whenever {@code beat} has passed. */
    EventStream(Response response, ScheduledExecutorService timer, Duration beat) {
        this.response = response;
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        heart = timer.scheduleAtFixedRate(
                () -> send(event("heartbeat")), beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    void text(String content) {
        send(event("text").put("content", content));
    }

    void toolCall(String name, JsonNode arguments) {
        ObjectNode event = event("tool_call").put("name", name);
        event.set("args", arguments);
        send(event);
    }

    void toolResult(String name, JsonNode result) {
        ObjectNode event = event("tool_result").put("name", name);
        event.set("result", result);
        send(event);
    }

    /** Ends the heartbeats, one under way too; the connection's end, which is the protocol's only end mark, is the server's. */
    @Override
    public void close() {
        heart.cancel(false);
        synchronized (this) {
            gone = true;
        }
    }

    private static ObjectNode event(String type) {
        return Exchange.JSON.createObjectNode().put("type", type);
    }

    private synchronized void send(ObjectNode event) {
        if (gone) return;
        try {
            byte[] bytes = ("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8);
            Content.Sink.write(response, false, ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            gone = true;
        }
    }
}
