package reelskill.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.turn.TurnEvent.Failed;

/** Errors as servers send them inside a stream, from documented events to text that is no JSON at all. */
final class ServerError {
    /** A Python server writes {@code {"error": "<message>"}} without escaping the message. */
    private static final Pattern UNESCAPED =
            Pattern.compile("^\\s*\\{\\s*\"error\"\\s*:\\s*\"?(.*?)\"?\\s*}?\\s*$", Pattern.DOTALL);

    private ServerError() {}

    /** Says whether {@code node} is nothing but an error: an agent's, a server's or an envelope's. */
    static boolean isIn(JsonNode node) {
        return !Field.of(node, "errorCode", "error_code", "errorMessage", "error_message")
                        .isMissingNode()
                || hasError(node)
                || isRefusal(node);
    }

    static Failed read(JsonNode node) {
        JsonNode error = Field.of(node, "error");
        JsonNode source = error.isObject() ? error : node;
        String code = Field.text(source, "errorCode", "error_code", "code", "status");
        String message = Field.text(source, "errorMessage", "error_message", "message", "detail", "content", "error");
        return new Failed(code, message);
    }

    static boolean looksLike(String data) {
        return UNESCAPED.matcher(data).matches();
    }

    static Failed readUnescaped(String data) {
        Matcher matcher = UNESCAPED.matcher(data);
        return new Failed("", matcher.matches() ? matcher.group(1) : data);
    }

    private static boolean hasError(JsonNode node) {
        JsonNode error = Field.of(node, "error");
        return error.isTextual() || error.isObject();
    }

    private static boolean isRefusal(JsonNode node) {
        return node.path("code").asInt(0) != 0
                || (node.path("success").isBoolean() && !node.path("success").booleanValue())
                || (node.size() == 1 && node.has("detail"));
    }
}
