package reelskill.studio.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.URIUtil;
import reelskill.language.Language;

/**
 * One request and its answer. Not thread-safe.
 *
 * @param parts the parts of the path that vary, by the name that the route gives them; decoded
 */
record Exchange(Request request, Response response, Map<String, String> parts) {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern WAIT = Pattern.compile("\\bwait=(\\d{1,6})\\b");
    private static final long MOST_PATIENCE = 30;

    /** Far above a draft of thousands of segments, far below what memory notices. */
    private static final int LONGEST_JSON = 16 << 20;

    String part(String name) {
        return URIUtil.decodePath(parts.getOrDefault(name, ""));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Returns the language that the client asks for; English without a wish. */
    Language language() {
        return Language.ofTag(header("Accept-Language").orElse("en"));
    }

    /** Returns how long the client would wait for the answer, up to half a minute (RFC 7240, wait); empty without a wish. */
    Optional<Duration> patience() {
        Matcher wish = WAIT.matcher(header("Prefer").orElse(""));
        return wish.find()
                ? Optional.of(Duration.ofSeconds(Math.min(MOST_PATIENCE, Long.parseLong(wish.group(1)))))
                : Optional.empty();
    }

    InputStream body() {
        return Content.Source.asInputStream(request);
    }

    /** Returns the body, which must be a JSON object. */
    JsonNode json() throws IOException {
        byte[] bytes = body().readNBytes(LONGEST_JSON + 1);
        if (bytes.length > LONGEST_JSON) throw new Refusal(Code.BAD_REQUEST, "The request is too long.");
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node != null && node.isObject()) return node;
        } catch (JsonProcessingException e) {
            // Refused below, without the parser's words: they repeat the body.
        }
        throw new Refusal(Code.BAD_REQUEST, "The request must be a JSON object.");
    }

    /** Answers with the official envelope (protocol.md, Envelopes, 1). */
    void succeed(JsonNode data) throws IOException {
        ObjectNode envelope = JSON.createObjectNode().put("code", 0).put("message", "success");
        send(200, envelope.set("data", data));
    }

    /** Answers with an error in every form that clients of the protocol look for. */
    void refuse(Refusal refusal) throws IOException {
        ObjectNode envelope = JSON.createObjectNode()
                .put("code", refusal.code().wire())
                .put("message", refusal.getMessage())
                .put("success", false)
                .put("error", refusal.getMessage());
        send(refusal.code().status(), envelope.putNull("data"));
    }

    void send(int status, JsonNode json) throws IOException {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        // A client that was kept waiting has had the beginning of it.
        if (!response.isCommitted()) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        }
        Content.Sink.write(response, true, ByteBuffer.wrap(bytes));
    }
}
