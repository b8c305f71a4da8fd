package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request under way, as its handler sees it. */
final class RunningCall implements CallContext {
    /** A person answers within this or not at all. */
    private static final long ANSWER_MINUTES = 10;

    private final Message.Request request;
    private final Terms terms;
    private final Peer peer;
    private final Channel channel;
    private final boolean mayLog;
    private final @Nullable Progress progress;
    private final List<Runnable> onCancel = new ArrayList<>();
    private Map<String, ObjectNode> answers = Map.of();
    private boolean cancelled;
    private boolean finished;
    private boolean open;

    RunningCall(Message.Request request, Terms terms, Peer peer, Channel channel, boolean mayLog) {
        this.request = request;
        this.terms = terms;
        this.peer = peer;
        this.channel = channel;
        this.mayLog = mayLog;
        JsonNode token = request.meta().get("progressToken");
        progress = token != null && (token.isTextual() || token.isNumber()) ? new Progress(token, this::tell) : null;
    }

    Message.Request request() {
        return request;
    }

    JsonNode id() {
        return request.id();
    }

    String method() {
        return request.method();
    }

    ObjectNode params() {
        return request.params();
    }

    Terms terms() {
        return terms;
    }

    Peer peer() {
        return peer;
    }

    @Nullable
    Progress progress() {
        return progress;
    }

    /** @throws HostException if the parameter is missing or no text */
    String text(String parameter) {
        String text = Json.textAt(params(), parameter);
        if (text == null) throw HostException.invalidParams(parameter + " is required, as text");
        return text;
    }

    /** Keeps the request unanswered after its handler returns, until it is cancelled. */
    void stayOpen() {
        open = true;
    }

    boolean staysOpen() {
        return open;
    }

    void answered(Map<String, ObjectNode> known) {
        answers = known;
    }

    Map<String, ObjectNode> answers() {
        return answers;
    }

    /** Sends a message that belongs to this call, unless nobody waits for it any more. */
    synchronized void tell(ObjectNode message) {
        if (!cancelled && !finished) channel.send(message);
    }

    /** Ends it, so that it cannot be cancelled any more; false if it was cancelled before. */
    synchronized boolean finish() {
        finished = true;
        onCancel.clear();
        return !cancelled;
    }

    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (cancelled || finished) return;
            cancelled = true;
            actions = List.copyOf(onCancel);
        }
        for (Runnable action : actions) action.run();
    }

    @Override
    public Client client() {
        return terms.client();
    }

    @Override
    public Optional<String> conversation() {
        return peer.conversation();
    }

    @Override
    public void progress(double done, double total, String message) {
        if (progress != null) progress.report(done, total, message);
    }

    @Override
    public void log(LogLevel level, String logger, String text) {
        LogLevel wanted = terms.era() == Era.LEGACY ? peer.logLevel() : terms.logLevel();
        if (!mayLog || wanted == null || level.compareTo(wanted) < 0) return;
        ObjectNode params =
                Json.object().put("level", level.wire()).put("logger", logger).put("data", text);
        tell(Message.notification("notifications/message", params));
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                onCancel.add(action);
                return () -> takeBack(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void takeBack(Runnable action) {
        onCancel.remove(action);
    }

    @Override
    public boolean canAsk(String capability) {
        return terms.client().declares(capability);
    }

    @Override
    public Map<String, ObjectNode> ask(Map<String, InputRequest> requests) {
        for (InputRequest asked : requests.values())
            if (!canAsk(asked.capability())) throw HostException.missingCapability(asked.capability());
        return terms.era() == Era.MODERN ? alreadyAnswered(requests) : askNow(requests);
    }

    private Map<String, ObjectNode> alreadyAnswered(Map<String, InputRequest> requests) {
        Map<String, InputRequest> open = new LinkedHashMap<>(requests);
        open.keySet().removeAll(answers.keySet());
        if (!open.isEmpty()) throw new InputRequired(open);
        Map<String, ObjectNode> wanted = new LinkedHashMap<>(answers);
        wanted.keySet().retainAll(requests.keySet());
        return wanted;
    }

    private Map<String, ObjectNode> askNow(Map<String, InputRequest> requests) {
        Map<String, ObjectNode> given = new LinkedHashMap<>();
        for (Map.Entry<String, InputRequest> entry : requests.entrySet())
            given.put(entry.getKey(), askNow(entry.getValue()));
        return given;
    }

    private ObjectNode askNow(InputRequest asked) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        String question = peer.expect(answer);
        Registration cancelling = onCancel(() -> answer.cancel(false));
        try {
            tell(Message.request(question, asked.method(), asked.params()));
            if (answer.get(ANSWER_MINUTES, TimeUnit.MINUTES) instanceof ObjectNode object) return object;
            throw HostException.invalidParams("the client's answer is no object");
        } catch (ExecutionException | TimeoutException e) {
            throw HostException.invalidParams(
                    "The client gave no answer to the question; call again or give the parameter");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HostException.internal();
        } finally {
            cancelling.close();
            peer.forget(question);
        }
    }
}
