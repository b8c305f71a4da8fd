package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that a call asks of the client while it runs. */
public record InputRequest(String method, ObjectNode params) {
    /** Returns a form for the person. {@code schema} is a flat object of strings, numbers, booleans and enums. */
    public static InputRequest form(String message, ObjectNode schema) {
        ObjectNode params = Json.object().put("message", message);
        params.set("requestedSchema", schema);
        return new InputRequest("elicitation/create", params);
    }

    /** Returns the capability that the client must have declared. */
    String capability() {
        return method.substring(0, method.indexOf('/'));
    }

    ObjectNode toJson() {
        ObjectNode request = Json.object().put("method", method);
        request.set("params", params);
        return request;
    }
}
