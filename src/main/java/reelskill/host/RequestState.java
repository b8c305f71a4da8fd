package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the server remembers between the rounds of a stateless call, carried by the client: the answers given so far, signed
 * for one request and one hour (2026-07-28, "Multi Round-Trip Requests"). The key dies with the process.
 */
final class RequestState {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key = new byte[32];
    private final Clock clock;

    RequestState(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** Returns the answers that the client sent, with this retry and with earlier ones. @throws HostException if forged */
    Map<String, ObjectNode> answers(Message.Request request) {
        Map<String, ObjectNode> answers = new LinkedHashMap<>();
        JsonNode state = request.params().get("requestState");
        if (state != null) collect(open(state, request), answers);
        JsonNode responses = request.params().get("inputResponses");
        if (responses == null) return answers;
        if (!responses.isObject()) throw HostException.invalidParams("inputResponses must be an object");
        collect(responses, answers);
        return answers;
    }

    private static void collect(JsonNode from, Map<String, ObjectNode> into) {
        from.properties().forEach(entry -> {
            if (!(entry.getValue() instanceof ObjectNode answer))
                throw HostException.invalidParams("each of inputResponses must be an object");
            into.put(entry.getKey(), answer);
        });
    }

    String seal(RunningCall call) {
        ObjectNode payload = Json.object();
        payload.put("until", clock.millis() + LIFE.toMillis());
        payload.set("for", subject(call.method(), call.params()));
        ObjectNode given = payload.putObject("answers");
        call.answers().forEach(given::set);
        byte[] bytes = Json.write(payload);
        return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(sign(bytes));
    }

    private JsonNode open(JsonNode state, Message.Request request) {
        String[] parts = state.asText().split("\\.", -1);
        if (parts.length != 2) throw forged();
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[0]);
            byte[] mac = Base64.getUrlDecoder().decode(parts[1]);
            if (!MessageDigest.isEqual(mac, sign(bytes))) throw forged();
            JsonNode payload = Json.read(bytes);
            boolean alive = payload.path("until").asLong() > clock.millis();
            if (!alive || !subject(request.method(), request.params()).equals(payload.get("for"))) throw forged();
            return payload.path("answers");
        } catch (IOException | IllegalArgumentException e) {
            throw forged();
        }
    }

    /** Returns what a state is for: the method and the parameters that stay the same in a retry. */
    private static ObjectNode subject(String method, ObjectNode params) {
        ObjectNode subject = Json.object().put("method", method);
        for (String name : new String[] {"name", "uri", "arguments"}) {
            JsonNode value = params.get(name);
            if (value != null) subject.put(name, ENCODER.encodeToString(digest(Json.write(value))));
        }
        return subject;
    }

    private static HostException forged() {
        return HostException.invalidParams("requestState is not valid for this request; call again without it");
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private byte[] sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
