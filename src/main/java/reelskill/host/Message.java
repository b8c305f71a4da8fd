package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One JSON-RPC message of the client. */
sealed interface Message {
    /** Wants an answer under its id, a string or a number, echoed exactly. */
    record Request(JsonNode id, String method, ObjectNode params) implements Message {
        /** Returns the {@code _meta} of the parameters, empty when there is none. */
        ObjectNode meta() {
            ObjectNode meta = Json.objectAt(params, "_meta");
            return meta == null ? Json.object() : meta;
        }
    }

    record Notification(String method, ObjectNode params) implements Message {}

    /** The client's answer to something that we asked; {@code result} is null when it is an error. */
    record Response(JsonNode id, @Nullable JsonNode result) implements Message {}

    /**
     * Returns the message that a value is.
     *
     * @throws HostException if it is none; answer it under {@link #idOf}
     */
    static Message of(JsonNode value) {
        if (!value.isObject()) throw HostException.invalidRequest("a message is a JSON object");
        if (!"2.0".equals(Json.textAt(value, "jsonrpc"))) throw HostException.invalidRequest("jsonrpc must be \"2.0\"");
        JsonNode id = value.get("id");
        if (id != null && idOf(value) == null) throw HostException.invalidRequest("an id is a string or a number");
        JsonNode method = value.get("method");
        if (method == null) return response(value, id);
        if (!method.isTextual()) throw HostException.invalidRequest("method must be text");
        ObjectNode params = params(value.get("params"));
        return id == null ? new Notification(method.textValue(), params) : new Request(id, method.textValue(), params);
    }

    private static Message response(JsonNode value, @Nullable JsonNode id) {
        if (id == null || !(value.has("result") || value.has("error")))
            throw HostException.invalidRequest("there is neither a method nor a result");
        return new Response(id, value.get("result"));
    }

    private static ObjectNode params(@Nullable JsonNode params) {
        if (params == null || params.isNull()) return Json.object();
        if (params instanceof ObjectNode object) return object;
        throw HostException.invalidRequest("params must be an object");
    }

    /** Returns the id of a value that may be no message at all, null when there is none to echo. */
    static @Nullable JsonNode idOf(JsonNode value) {
        JsonNode id = value.get("id");
        return id != null && (id.isTextual() || id.isNumber()) ? id : null;
    }

    static ObjectNode answer(JsonNode id, JsonNode result) {
        ObjectNode answer = bare();
        answer.set("id", id);
        answer.set("result", result);
        return answer;
    }

    static ObjectNode failure(@Nullable JsonNode id, HostException failure, Era era) {
        ObjectNode answer = bare();
        answer.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
        answer.set("error", failure.toJson(era));
        return answer;
    }

    static ObjectNode notification(String method, ObjectNode params) {
        ObjectNode notification = bare().put("method", method);
        notification.set("params", params);
        return notification;
    }

    static ObjectNode request(String id, String method, ObjectNode params) {
        ObjectNode request = bare().put("id", id).put("method", method);
        request.set("params", params);
        return request;
    }

    private static ObjectNode bare() {
        return Json.object().put("jsonrpc", "2.0");
    }
}
