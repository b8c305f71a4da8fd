package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a JSON-RPC error. What a tool cannot do is no such error but {@link ToolResult#error}. */
public final class HostException extends RuntimeException {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;
    /** Of the specification up to 2025-11-25; from 2026-07-28 on it is {@link #INVALID_PARAMS}. */
    static final int RESOURCE_NOT_FOUND = -32002;

    static final int BUSY = -32000;
    static final int HEADER_MISMATCH = -32020;
    static final int MISSING_CAPABILITY = -32021;
    static final int UNSUPPORTED_VERSION = -32022;

    private final int code;
    private final @Nullable JsonNode data;
    private final int status;

    private HostException(int code, String message, @Nullable JsonNode data, int status) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
        this.status = status;
    }

    /** Returns the refusal of parameters, with a sentence that says which and why. */
    public static HostException invalidParams(String sentence) {
        return new HostException(INVALID_PARAMS, sentence, null, 200);
    }

    /** Returns the refusal of a URI that names nothing here; the code is the one of the caller's era. */
    public static HostException resourceNotFound(String uri) {
        return new HostException(
                RESOURCE_NOT_FOUND, "Resource not found", Json.object().put("uri", uri), 200);
    }

    static HostException parseError(String why) {
        return new HostException(PARSE_ERROR, "Parse error: " + why, null, 400);
    }

    static HostException tooLong(int bytes) {
        return new HostException(INVALID_REQUEST, "A message is longer than " + bytes + " bytes", null, 413);
    }

    static HostException invalidRequest(String why) {
        return new HostException(INVALID_REQUEST, "Invalid request: " + why, null, 400);
    }

    static HostException methodNotFound(String method) {
        return new HostException(METHOD_NOT_FOUND, "Method not found: " + method, null, 404);
    }

    static HostException internal() {
        return new HostException(INTERNAL_ERROR, "Internal error", null, 500);
    }

    static HostException busy() {
        return new HostException(BUSY, "Too many calls at once; try again shortly", null, 503);
    }

    static HostException invalidMeta(String sentence) {
        return new HostException(INVALID_PARAMS, sentence, null, 400);
    }

    static HostException headerMismatch(String sentence) {
        return new HostException(HEADER_MISMATCH, sentence, null, 400);
    }

    static HostException missingCapability(String capability) {
        ObjectNode required = Json.object();
        required.putObject("requiredCapabilities").putObject(capability);
        return new HostException(
                MISSING_CAPABILITY, "This client did not declare the capability " + capability, required, 400);
    }

    static HostException unsupportedVersion(String requested) {
        ObjectNode versions = Json.object();
        versions.set("supported", Versions.all());
        versions.put("requested", requested);
        return new HostException(UNSUPPORTED_VERSION, "Unsupported protocol version", versions, 400);
    }

    int code() {
        return code;
    }

    /** Returns the HTTP status that the 2026-07-28 transport asks for; earlier eras answer 200. */
    int status() {
        return status;
    }

    /** Returns the status of an answer that a handler gave: those that the transport names, else 200. */
    static int statusOf(ObjectNode answer) {
        return switch (answer.path("error").path("code").asInt()) {
            case METHOD_NOT_FOUND -> 404;
            case MISSING_CAPABILITY, UNSUPPORTED_VERSION -> 400;
            case INTERNAL_ERROR -> 500;
            default -> 200;
        };
    }

    ObjectNode toJson(Era era) {
        ObjectNode error = Json.object();
        error.put("code", code == RESOURCE_NOT_FOUND && era == Era.MODERN ? INVALID_PARAMS : code);
        error.put("message", getMessage());
        if (data != null) error.set("data", data);
        return error;
    }
}
