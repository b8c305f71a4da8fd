package reelskill.nemo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Response;
import okio.BufferedSource;

/** An answer out of its envelope, whichever of the five it was (protocol.md, Envelopes). */
record Envelope(JsonNode root) {
    private static final long LARGEST = 64L << 20;

    /** Returns what was answered: the field {@code data}, or a bare object itself. */
    JsonNode data() {
        JsonNode data = root.path("data");
        return data.isContainerNode() ? data : root;
    }

    /** Reads a response to its end; throws if it refuses. */
    static Envelope read(Response response, Operation operation, Clock clock) throws IOException {
        String body = body(response.body().source(), operation);
        JsonNode root = parse(body);
        if (isRefusal(root, response)) throw operation.refused(refusal(root, body, response, clock));
        if (!root.isObject()) throw operation.malformed("no JSON object");
        return new Envelope(root);
    }

    private static String body(BufferedSource source, Operation operation) throws IOException {
        if (source.request(LARGEST + 1)) throw operation.malformed("more than 64 MB");
        return source.readUtf8();
    }

    private static JsonNode parse(String body) {
        try {
            return Json.parse(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isRefusal(JsonNode root, Response response) {
        return !response.isSuccessful()
                || code(root) != 0
                || (root.path("success").isBoolean() && !root.path("success").booleanValue())
                || (root.size() == 1 && root.has("detail"));
    }

    private static Refusal refusal(JsonNode root, String body, Response response, Clock clock) {
        Optional<Duration> wait =
                Optional.ofNullable(response.header("Retry-After")).flatMap(header -> RetryAfter.parse(header, clock));
        return new Refusal(code(root), response.code(), root.isObject() ? said(root) : body, wait);
    }

    /** FastAPI and gateways may put the whole error into {@code detail} or {@code error}. */
    private static int code(JsonNode root) {
        for (JsonNode place : new JsonNode[] {root, root.path("error"), root.path("detail")}) {
            int code = Json.number(place, "code").map(Number::intValue).orElse(0);
            if (code != 0) return code;
        }
        return 0;
    }

    private static String said(JsonNode root) {
        for (String name : new String[] {"error", "message", "msg", "detail"}) {
            JsonNode value = root.path(name);
            if (value.isContainerNode()) return value.toString();
            if (value.isTextual() && !value.textValue().isBlank()) return value.textValue();
        }
        return "";
    }
}
