package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The other side of one conversation: a stdio process, one HTTP session, or a single stateless HTTP request. Safe for many
 * threads.
 */
final class Peer {
    private final @Nullable String conversation;
    private final Map<JsonNode, RunningCall> calls = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, AutoCloseable> watches = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Client client = Client.UNKNOWN;
    private volatile LogLevel logLevel = LogLevel.INFO;
    private volatile boolean deaf;
    private final AtomicReference<@Nullable Channel> channel = new AtomicReference<>();

    Peer(@Nullable String conversation) {
        this.conversation = conversation;
    }

    Optional<String> conversation() {
        return Optional.ofNullable(conversation);
    }

    Client client() {
        return client;
    }

    void introduce(Client introduced) {
        client = introduced;
    }

    LogLevel logLevel() {
        return logLevel;
    }

    void logFrom(LogLevel level) {
        logLevel = level;
    }

    /** Sets where messages go that belong to no request, and ends the former way; after the conversation's end this one too. */
    void reachThrough(Channel through) {
        Channel former = channel.getAndSet(through);
        if (former != null) former.end();
        if (deaf) through.end();
    }

    void tell(ObjectNode message) {
        Channel open = channel.get();
        if (open != null) open.send(message);
    }

    /** @throws HostException if a call of that id is under way */
    void begin(RunningCall call) {
        if (calls.putIfAbsent(call.id(), call) != null)
            throw HostException.invalidRequest("a request with this id is under way");
    }

    void end(RunningCall call) {
        calls.remove(call.id(), call);
    }

    /** Stops waiting for a call. An id that is unknown or finished is ignored: hosts send such (hosts.md, 5). */
    void cancel(@Nullable JsonNode id) {
        RunningCall call = id == null ? null : calls.remove(id);
        if (call != null) call.cancel();
    }

    boolean isBusy() {
        return !calls.isEmpty();
    }

    /** Returns the id of a question to the client, whose answer completes the future; it fails when the client is gone. */
    String expect(CompletableFuture<JsonNode> answer) {
        String id = "ask-" + questions.incrementAndGet();
        asked.put(id, answer);
        if (deaf) answer.completeExceptionally(new IllegalStateException("the client is gone"));
        return id;
    }

    void forget(String question) {
        asked.remove(question);
    }

    void heard(Message.Response response) {
        CompletableFuture<JsonNode> answer =
                response.id().isTextual() ? asked.remove(response.id().textValue()) : null;
        if (answer == null) return;
        if (response.result() != null) answer.complete(response.result());
        else answer.completeExceptionally(new IllegalStateException("the client refused"));
    }

    void watch(String uri, AutoCloseable watch) {
        close(watches.put(uri, watch));
        if (deaf) unwatch(uri);
    }

    void unwatch(String uri) {
        close(watches.remove(uri));
    }

    /** Fails what waits for the client's answers: it will not answer any more. */
    void deaf() {
        deaf = true;
        for (CompletableFuture<JsonNode> answer : asked.values())
            answer.completeExceptionally(new IllegalStateException("the client is gone"));
    }

    /** Ends everything that is under way. */
    void leave() {
        for (JsonNode id : new ArrayList<>(calls.keySet())) cancel(id);
        deaf();
        for (String uri : new ArrayList<>(watches.keySet())) unwatch(uri);
        Channel open = channel.get();
        if (open != null) open.end();
    }

    static void close(@Nullable AutoCloseable watch) {
        if (watch == null) return;
        try {
            watch.close();
        } catch (Exception e) {
            Log.warn("a watch could not be closed", e);
        }
    }
}
