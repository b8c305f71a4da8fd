package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * MCP over a pair of streams, one message a line. The output must be the process's real standard output and nobody else's:
 * point {@code System.out} elsewhere before serving.
 */
public final class StdioServer implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 16 << 20;
    private static final int CALLS_AT_ONCE = 16;
    private static final int CALLS_WAITING = 256;

    private final Protocol protocol;
    private final LineReader in;
    private final LineWriter out;
    private final Duration drain;
    private final Peer peer = new Peer("stdio");
    private @Nullable ThreadPoolExecutor pool;

    public StdioServer(Offer offer, InputStream in, OutputStream out) {
        this(offer, in, out, Duration.ofSeconds(55), Duration.ofSeconds(5));
    }

    StdioServer(Offer offer, InputStream in, OutputStream out, Duration drain, Duration heartbeat) {
        protocol = new Protocol(offer, heartbeat.toMillis());
        this.in = new LineReader(in, LONGEST_MESSAGE);
        this.out = new LineWriter(out);
        this.drain = drain;
        peer.reachThrough(this.out);
    }

    /** Serves until the input ends, then waits a while for the answers in flight. Blocks. */
    public void serve() throws IOException {
        while (!out.isClosed()) {
            try {
                byte[] line = in.next();
                if (line == null) break;
                if (!isBlank(line)) take(line);
            } catch (HostException e) {
                out.write(Message.failure(null, e, Era.LEGACY));
            }
        }
        drain();
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) if (b != ' ' && b != '\t' && b != '\r') return false;
        return true;
    }

    private void take(byte[] line) {
        JsonNode value;
        try {
            value = Json.read(line);
        } catch (IOException e) {
            throw HostException.parseError("the line is not one JSON value in UTF-8");
        }
        if (value.isArray() && peer.client().protocolVersion().equals(Versions.WITH_BATCHES)) takeBatch(value);
        else take(value);
    }

    /** The answers of a batch come as one array (2025-03-26 alone); its calls run one after the other. */
    private void takeBatch(JsonNode batch) {
        if (batch.isEmpty()) throw HostException.invalidRequest("a batch has at least one message");
        ArrayNode answers = Json.array();
        submit(() -> {
            for (JsonNode value : batch) answerNow(value, answers);
            if (!answers.isEmpty()) out.write(answers);
        });
    }

    private void answerNow(JsonNode value, ArrayNode answers) {
        try {
            if (Message.of(value) instanceof Message.Request request) {
                ObjectNode answer = protocol.answer(begin(request));
                if (answer != null) answers.add(answer);
            } else take(value);
        } catch (HostException e) {
            answers.add(Message.failure(Message.idOf(value), e, Era.LEGACY));
        }
    }

    private void take(JsonNode value) {
        Era era = Era.LEGACY;
        try {
            Message message = Message.of(value);
            if (message instanceof Message.Notification notification) protocol.heard(notification, peer);
            if (message instanceof Message.Response response) peer.heard(response);
            if (!(message instanceof Message.Request request)) return;
            if (Terms.isModern(request)) era = Era.MODERN;
            RunningCall call = begin(request);
            if (Protocol.isSlow(request.method())) answerLater(call);
            else answer(call);
        } catch (HostException e) {
            out.write(Message.failure(Message.idOf(value), e, era));
        } catch (RuntimeException e) {
            Log.warn("a message could not be taken", e);
            out.write(Message.failure(Message.idOf(value), HostException.internal(), era));
        }
    }

    private RunningCall begin(Message.Request request) {
        return protocol.begin(request, Terms.of(request, peer), peer, out);
    }

    private void answerLater(RunningCall call) {
        try {
            submit(() -> answer(call));
        } catch (HostException e) {
            peer.end(call);
            throw e;
        }
    }

    private void answer(RunningCall call) {
        ObjectNode answer = protocol.answer(call);
        if (answer == null) return;
        out.write(answer);
        protocol.answered(call.method());
    }

    private void submit(Runnable work) {
        if (pool == null) {
            pool = new ThreadPoolExecutor(
                    CALLS_AT_ONCE,
                    CALLS_AT_ONCE,
                    30,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(CALLS_WAITING),
                    StdioServer::worker);
            pool.allowCoreThreadTimeOut(true);
        }
        try {
            pool.execute(work);
        } catch (RejectedExecutionException e) {
            throw HostException.busy();
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "mcp-call");
        thread.setDaemon(true);
        return thread;
    }

    private void drain() {
        peer.deaf();
        try {
            if (pool != null) {
                pool.shutdown();
                if (!pool.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Ends it at once, for a signal: nobody waits any more, no line is cut. The reading thread ends with its next line. */
    @Override
    public void close() {
        out.close();
        peer.leave();
        protocol.close();
    }
}
