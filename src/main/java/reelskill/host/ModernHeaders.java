package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** The headers that mirror a message for proxies (2026-07-28, "Request Metadata"): they must say what the body says. */
final class ModernHeaders {
    private static final String OPEN = "=?base64?";
    private static final String CLOSE = "?=";

    private ModernHeaders() {}

    /**
     * Compares headers and body.
     *
     * @param schema of the tool that is called, whose properties may name headers of their own by {@code x-mcp-header};
     *     null for other requests
     * @throws HostException if a header is missing or says something else than the body
     */
    static void check(HttpFields headers, Message.Request request, @Nullable JsonNode schema) {
        String version = Json.textAt(request.meta(), "io.modelcontextprotocol/protocolVersion");
        require(headers, "MCP-Protocol-Version", version);
        require(headers, "Mcp-Method", request.method());
        String named = subject(request);
        if (named != null) require(headers, "Mcp-Name", named);
        if (schema != null)
            checkParameters(headers, schema.path("properties"), request.params().path("arguments"));
    }

    private static void checkParameters(HttpFields headers, JsonNode properties, JsonNode arguments) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String header = Json.textAt(property.getValue(), "x-mcp-header");
            if (header == null) continue;
            JsonNode given = arguments.path(property.getKey());
            if (given.isValueNode() && !given.isNull()) require(headers, "Mcp-Param-" + header, given.asText());
            else if (headers.contains("Mcp-Param-" + header))
                throw HostException.headerMismatch(
                        "The header Mcp-Param-" + header + " has no counterpart in the body");
        }
    }

    private static @Nullable String subject(Message.Request request) {
        return switch (request.method()) {
            case "tools/call", "prompts/get" -> Json.textAt(request.params(), "name");
            case "resources/read" -> Json.textAt(request.params(), "uri");
            default -> null;
        };
    }

    private static void require(HttpFields headers, String name, @Nullable String said) {
        if (said == null) return;
        String shown = headers.get(name);
        if (shown == null) throw HostException.headerMismatch("The header " + name + " is missing");
        if (!said.equals(plain(shown.strip())))
            throw HostException.headerMismatch("The header " + name + " does not say what the body says");
    }

    private static String plain(String value) {
        if (!value.startsWith(OPEN) || !value.endsWith(CLOSE)) return value;
        try {
            String encoded = value.substring(OPEN.length(), value.length() - CLOSE.length());
            // Java's decoder takes a last group without its padding; the header's form has it.
            if (encoded.length() % 4 != 0) throw new IllegalArgumentException("no padding");
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw HostException.headerMismatch("A header is no valid Base64");
        }
    }
}
