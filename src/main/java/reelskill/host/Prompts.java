package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code prompts/…} and {@code completion/complete}. */
final class Prompts {
    private static final int MOST_COMPLETIONS = 100;

    private Prompts() {}

    static ObjectNode list(RunningCall call, @Nullable PromptCatalog prompts) {
        if (prompts == null) throw HostException.methodNotFound(call.method());
        Pages.onlyOne(call);
        ObjectNode result = Json.object();
        result.set("prompts", prompts.descriptors());
        return result;
    }

    static ObjectNode get(RunningCall call, @Nullable PromptCatalog prompts) {
        if (prompts == null) throw HostException.methodNotFound(call.method());
        String name = call.text("name");
        Map<String, String> arguments = arguments(call.params().get("arguments"));
        for (JsonNode argument : descriptor(prompts, name).path("arguments")) {
            String required = argument.path("name").asText();
            if (argument.path("required").asBoolean() && !arguments.containsKey(required))
                throw HostException.invalidParams("The prompt " + name + " needs the argument " + required);
        }
        return prompts.get(name, arguments, call).toJson();
    }

    private static JsonNode descriptor(PromptCatalog prompts, String name) {
        for (JsonNode descriptor : prompts.descriptors())
            if (descriptor.path("name").asText().equals(name)) return descriptor;
        throw HostException.invalidParams("Unknown prompt: " + name);
    }

    private static Map<String, String> arguments(@Nullable JsonNode given) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (given == null) return arguments;
        given.properties().forEach(entry -> {
            if (!entry.getValue().isTextual())
                throw HostException.invalidParams("The argument " + entry.getKey() + " must be text");
            arguments.put(entry.getKey(), entry.getValue().textValue());
        });
        return arguments;
    }

    static ObjectNode complete(RunningCall call, @Nullable Completions completions) {
        if (completions == null) throw HostException.methodNotFound(call.method());
        JsonNode ref = call.params().path("ref");
        String subject = Json.textAt(ref, ref.path("type").asText().equals("ref/prompt") ? "name" : "uri");
        String argument = Json.textAt(call.params().path("argument"), "name");
        String typed = Json.textAt(call.params().path("argument"), "value");
        if (subject == null || argument == null || typed == null)
            throw HostException.invalidParams("ref and argument (name, value) are required");
        return completion(completions.complete(subject, argument, typed));
    }

    private static ObjectNode completion(List<String> values) {
        ObjectNode result = Json.object();
        ObjectNode completion = result.putObject("completion");
        ArrayNode shown = completion.putArray("values");
        for (String value : values.subList(0, Math.min(values.size(), MOST_COMPLETIONS))) shown.add(value);
        completion.put("total", values.size()).put("hasMore", values.size() > MOST_COMPLETIONS);
        return result;
    }
}
