package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Answers requests, whatever transport brought them. Handlers are made when their first request comes. */
final class Protocol implements AutoCloseable {
    private final Offer offer;
    private final long heartbeatMillis;
    private final AtomicBoolean warm = new AtomicBoolean();
    private @Nullable Heartbeat heartbeat;
    private @Nullable RequestState states;
    private @Nullable ToolCalls toolCalls;
    private @Nullable Resources resources;

    Protocol(Offer offer, long heartbeatMillis) {
        this.offer = offer;
        this.heartbeatMillis = heartbeatMillis;
    }

    /** Returns true if the method may take long or load much: then it must not hold up other messages. */
    static boolean isSlow(String method) {
        return switch (method) {
            case "initialize", "ping", "server/discover", "tools/list", "logging/setLevel" -> false;
            default -> true;
        };
    }

    /** Begins a call, so that it can be cancelled from now on; {@link #answer} ends it. */
    RunningCall begin(Message.Request request, Terms terms, Peer peer, Channel channel) {
        RunningCall call = new RunningCall(request, terms, peer, channel, offer.logging());
        peer.begin(call);
        return call;
    }

    /** Runs the call on this thread and returns its answer; null if the client no longer waits or the call stays open. */
    @Nullable
    ObjectNode answer(RunningCall call) {
        Progress progress = call.progress();
        Future<?> beats = progress == null ? null : heartbeat().of(progress);
        ObjectNode answer = null;
        try {
            answer = Message.answer(call.id(), result(call));
        } catch (HostException e) {
            answer = Message.failure(call.id(), e, call.terms().era());
        } catch (CancellationException e) {
            // Only a cancelled call lets this through; there is nobody to answer.
        } catch (RuntimeException | Error e) {
            Log.warn(call.method() + " failed", e);
            answer = Message.failure(
                    call.id(), HostException.internal(), call.terms().era());
        } finally {
            if (beats != null) beats.cancel(false);
            if (progress != null) progress.end();
        }
        if (call.staysOpen()) return null;
        call.peer().end(call);
        return call.finish() ? answer : null;
    }

    /** Returns the input schema of the tool that a request calls; null for other requests and unknown tools. */
    @Nullable
    JsonNode schema(Message.Request request) {
        String tool = request.method().equals("tools/call") ? Json.textAt(request.params(), "name") : null;
        return tool == null ? null : toolCalls().schema(tool);
    }

    /** Acts on a notification; those it does not know are ignored, as the protocol wants. */
    void heard(Message.Notification notification, Peer peer) {
        if (notification.method().equals("notifications/cancelled"))
            peer.cancel(notification.params().get("requestId"));
    }

    /** Tells that an answer is out: after the first {@code tools/list} the warm-up begins. */
    @SuppressWarnings("ThreadPriorityCheck") // a courtesy to the first real call; nothing relies on it
    void answered(String method) {
        if (!method.equals("tools/list") || !warm.compareAndSet(false, true)) return;
        Thread thread = new Thread(offer.warmUp(), "mcp-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private ObjectNode result(RunningCall call) {
        try {
            if (call.terms().era() == Era.LEGACY) return legacy(call);
            if (isAsking(call.method())) call.answered(states().answers(call.request()));
            return Modern.dress(call.method(), modern(call), offer);
        } catch (InputRequired e) {
            return Modern.dress("", inputRequired(call, e.requests()), offer);
        }
    }

    private ObjectNode legacy(RunningCall call) {
        return switch (call.method()) {
            case "initialize" -> Handshake.initialize(call, offer);
            case "ping" -> Json.object();
            case "logging/setLevel" -> setLevel(call);
            case "resources/subscribe" -> resources(call).subscribe(call);
            case "resources/unsubscribe" -> resources(call).unsubscribe(call);
            default -> both(call);
        };
    }

    private ObjectNode modern(RunningCall call) {
        return switch (call.method()) {
            case "server/discover" -> Handshake.discover(offer);
            case "subscriptions/listen" -> resources(call).listen(call);
            default -> both(call);
        };
    }

    private ObjectNode both(RunningCall call) {
        return switch (call.method()) {
            case "tools/list" -> ToolCalls.list(call, offer.tools());
            case "tools/call" -> toolCalls().call(call);
            case "prompts/list" -> Prompts.list(call, offer.prompts());
            case "prompts/get" -> Prompts.get(call, offer.prompts());
            case "completion/complete" -> Prompts.complete(call, offer.completions());
            case "resources/list" -> resources(call).list(call);
            case "resources/templates/list" -> resources(call).templates(call);
            case "resources/read" -> resources(call).read(call);
            case "resources/directory/read", "skills/list", "skills/get" -> Skills.answer(call, offer.skills());
            default -> throw HostException.methodNotFound(call.method());
        };
    }

    private ObjectNode setLevel(RunningCall call) {
        if (!offer.logging()) throw HostException.methodNotFound(call.method());
        call.peer().logFrom(LogLevel.of(Json.textAt(call.params(), "level")));
        return Json.object();
    }

    private static boolean isAsking(String method) {
        return method.equals("tools/call") || method.equals("prompts/get") || method.equals("resources/read");
    }

    private ObjectNode inputRequired(RunningCall call, Map<String, InputRequest> requests) {
        ObjectNode result = Json.object().put("resultType", "input_required");
        ObjectNode asked = result.putObject("inputRequests");
        requests.forEach((key, request) -> asked.set(key, request.toJson()));
        result.put("requestState", states().seal(call));
        return result;
    }

    private synchronized Heartbeat heartbeat() {
        if (heartbeat == null) heartbeat = new Heartbeat(heartbeatMillis);
        return heartbeat;
    }

    private synchronized RequestState states() {
        if (states == null) states = new RequestState(Clock.systemUTC());
        return states;
    }

    private synchronized ToolCalls toolCalls() {
        if (toolCalls == null) toolCalls = new ToolCalls(offer.tools());
        return toolCalls;
    }

    private synchronized Resources resources(RunningCall call) {
        if (offer.resources() == null && offer.skills() == null) throw HostException.methodNotFound(call.method());
        if (resources == null) resources = new Resources(offer.resources(), offer.skills());
        return resources;
    }

    @Override
    public synchronized void close() {
        if (heartbeat != null) heartbeat.close();
    }
}
