package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/** {@code tools/list} and {@code tools/call}. */
final class ToolCalls {
    private final ToolCatalog tools;
    private final Map<String, JsonNode> schemas = new HashMap<>();

    ToolCalls(ToolCatalog tools) {
        this.tools = tools;
        try {
            for (JsonNode descriptor : Json.read(tools.descriptors().getBytes(StandardCharsets.UTF_8)))
                schemas.put(descriptor.path("name").asText(), descriptor.path("inputSchema"));
        } catch (IOException e) {
            throw new IllegalStateException("the tool descriptors are no JSON", e);
        }
    }

    @Nullable
    JsonNode schema(String tool) {
        return schemas.get(tool);
    }

    static ObjectNode list(RunningCall call, ToolCatalog tools) {
        Pages.onlyOne(call);
        ObjectNode result = Json.object();
        result.set("tools", Json.raw(tools.descriptors()));
        return result;
    }

    ObjectNode call(RunningCall call) {
        String name = call.text("name");
        JsonNode schema = schemas.get(name);
        if (schema == null) throw HostException.invalidParams("Unknown tool: " + name);
        ObjectNode arguments = arguments(call.params().get("arguments"));
        // A sentence that a model can act on, not a protocol error that only its host sees (SEP-1303).
        boolean fits =
                new SchemaCheck(schema, Language.ENGLISH).misfit(arguments).isEmpty();
        return fits ? run(name, arguments, call).toJson() : refusal(schema, arguments);
    }

    private ObjectNode refusal(JsonNode schema, ObjectNode arguments) {
        SchemaCheck check = new SchemaCheck(schema, tools.language(arguments));
        return ToolResult.error(check.misfit(arguments).orElseThrow()).toJson();
    }

    private static ObjectNode arguments(@Nullable JsonNode given) {
        if (given == null || given.isNull()) return Json.object();
        if (given instanceof ObjectNode object) return object;
        throw HostException.invalidParams("arguments must be an object");
    }

    private ToolResult run(String name, ObjectNode arguments, RunningCall call) {
        try {
            return tools.call(name, arguments, call);
        } catch (InputRequired e) {
            throw e;
        } catch (CancellationException e) {
            if (call.isCancelled()) throw e;
            return ToolResult.error("The tool was stopped before it finished. Call it again.");
        } catch (HostException e) {
            // The code of a missing capability is younger than the legacy era; its models get the sentence.
            boolean speakable =
                    e.code() == HostException.MISSING_CAPABILITY && call.terms().era() == Era.LEGACY;
            if (speakable) return ToolResult.error(String.valueOf(e.getMessage()));
            throw e;
        } catch (RuntimeException e) {
            Log.warn("the tool " + name + " failed", e);
            return ToolResult.error("The tool failed. Try again; if it fails again, report it.");
        }
    }
}
