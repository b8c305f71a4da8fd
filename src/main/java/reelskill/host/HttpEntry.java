package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The one endpoint, {@code /mcp}: POST carries messages, GET opens a stream and DELETE ends a legacy conversation. */
final class HttpEntry extends Handler.Abstract {
    static final String PATH = "/mcp";
    private static final String SESSION = "Mcp-Session-Id";
    private static final String VERSION = "MCP-Protocol-Version";
    private static final int CALLS_AT_ONCE = 128;
    private static final long MOST_DISCARDED = 32 << 20;

    private final HttpSettings settings;
    private final Protocol protocol;
    private final HttpGate gate;
    private final HttpSessions sessions;
    private final Heartbeat keepAlive;
    private final Semaphore places = new Semaphore(CALLS_AT_ONCE);

    HttpEntry(HttpSettings settings, Protocol protocol, HttpSessions sessions, Heartbeat keepAlive) {
        this.settings = settings;
        this.protocol = protocol;
        this.gate = new HttpGate(settings);
        this.sessions = sessions;
        this.keepAlive = keepAlive;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpExchange exchange = new HttpExchange(response, callback);
        request.addFailureListener(exchange::fail);
        int refusal = gate.refusal(request);
        if (refusal == 401) response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        if (refusal == 0 && !Request.getPathInContext(request).equals(PATH)) refusal = 404;
        if (refusal != 0) exchange.status(refusal);
        else dispatch(request, response, exchange);
        return true;
    }

    private void dispatch(Request request, Response response, HttpExchange exchange) {
        switch (request.getMethod()) {
            case "POST" -> post(request, response, exchange);
            case "GET" -> get(request, exchange);
            case "DELETE" -> exchange.status(sessions.end(request.getHeaders().get(SESSION)) ? 204 : 404);
            default -> {
                response.getHeaders().put(HttpHeader.ALLOW, "POST, GET, DELETE");
                exchange.status(405);
            }
        }
    }

    private void get(Request request, HttpExchange exchange) {
        Peer peer = sessions.find(request.getHeaders().get(SESSION));
        if (peer == null) {
            exchange.status(request.getHeaders().contains(SESSION) ? 404 : 405);
            return;
        }
        // Before the client sees that the stream is open: what it asks for from then on must reach it.
        peer.reachThrough(exchange);
        keepOpen(exchange);
    }

    private void keepOpen(HttpExchange exchange) {
        exchange.stream();
        Future<?> beats = keepAlive.every(exchange::keepAlive);
        exchange.whenOver(() -> beats.cancel(false));
    }

    private void post(Request request, Response response, HttpExchange exchange) {
        JsonNode value = null;
        Era era = Era.LEGACY;
        try {
            String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
            if (!type.startsWith("application/json")) {
                exchange.status(415);
                return;
            }
            value = body(request);
            Message message = Message.of(value);
            if (isModern(request, message)) {
                era = Era.MODERN;
                modern(request, message, exchange);
            } else legacy(request, response, message, exchange);
        } catch (HostException e) {
            JsonNode id = value == null ? null : Message.idOf(value);
            exchange.answer(e.status(), Message.failure(id, e, era));
        }
    }

    /** Leaves the stream open: closing it before its end would fail the whole exchange. */
    private JsonNode body(Request request) {
        InputStream in = Content.Source.asInputStream(request);
        try {
            byte[] bytes = in.readNBytes(settings.maxBodyBytes() + 1);
            if (bytes.length <= settings.maxBodyBytes()) return Json.read(bytes);
            discard(in);
            throw HostException.tooLong(settings.maxBodyBytes());
        } catch (IOException e) {
            throw HostException.parseError("the body is not one JSON value in UTF-8");
        }
    }

    /** Reads on for a while, so that a client that still writes gets to read why it is refused. */
    private static void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[64 << 10];
        for (long left = MOST_DISCARDED; left > 0; ) {
            int read = in.read(buffer);
            if (read < 0) return;
            left -= read;
        }
    }

    private static boolean isModern(Request request, Message message) {
        String version = request.getHeaders().get(VERSION);
        if (version != null && !Versions.isLegacy(version)) return true;
        return message instanceof Message.Request asked && Terms.isModern(asked);
    }

    private void modern(Request request, Message message, HttpExchange exchange) {
        if (!(message instanceof Message.Request asked)) {
            exchange.status(202);
            return;
        }
        ModernHeaders.check(request.getHeaders(), asked, protocol.schema(asked));
        answer(asked, Terms.modern(asked), new Peer(null), exchange);
    }

    private void legacy(Request request, Response response, Message message, HttpExchange exchange) {
        if (message instanceof Message.Request asked && asked.method().equals("initialize")) {
            Peer peer = new Peer(sessions.id());
            response.getHeaders().put(SESSION, sessions.open(peer));
            answer(asked, Terms.legacy(peer), peer, exchange);
            return;
        }
        String id = request.getHeaders().get(SESSION);
        Peer peer = sessions.find(id);
        if (peer == null && id != null) {
            exchange.status(404);
            return;
        }
        if (peer == null) throw HostException.invalidRequest("send initialize first, then its " + SESSION);
        if (message instanceof Message.Request asked) answer(asked, Terms.legacy(peer), peer, exchange);
        else take(message, peer, exchange);
    }

    private void take(Message message, Peer peer, HttpExchange exchange) {
        if (message instanceof Message.Notification notification) protocol.heard(notification, peer);
        if (message instanceof Message.Response answer) peer.heard(answer);
        exchange.status(202);
    }

    private void answer(Message.Request request, Terms terms, Peer peer, HttpExchange exchange) {
        if (!places.tryAcquire()) throw HostException.busy();
        RunningCall call;
        ObjectNode answer;
        try {
            call = protocol.begin(request, terms, peer, exchange);
            exchange.whenOver(call::cancel);
            answer = protocol.answer(call);
        } finally {
            // Before the answer is out: who has it may ask again.
            places.release();
        }
        if (call.staysOpen()) stayOpen(call, exchange);
        else if (answer == null) exchange.end();
        else exchange.answer(terms.era() == Era.LEGACY ? 200 : HostException.statusOf(answer), answer);
        protocol.answered(request.method());
    }

    private void stayOpen(RunningCall call, HttpExchange exchange) {
        call.onCancel(exchange::end);
        Future<?> beats = keepAlive.every(exchange::keepAlive);
        exchange.whenOver(() -> {
            beats.cancel(false);
            call.cancel();
        });
    }
}
