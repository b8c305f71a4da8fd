package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks arguments against the part of JSON Schema that tool schemas use and says in a sentence what does not fit. Keywords
 * that it does not know are taken as satisfied: the tool checks for itself what a schema cannot say.
 */
final class SchemaCheck {
    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /** Returns the first thing that does not fit, as a sentence for a model; empty if all fits. */
    Optional<String> misfit(JsonNode arguments) {
        return Optional.ofNullable(misfit("", root, arguments));
    }

    private @Nullable String misfit(String path, JsonNode written, JsonNode value) {
        JsonNode schema = resolve(written);
        String misfit = type(path, schema, value);
        if (misfit == null) misfit = choice(path, schema, value);
        if (misfit == null && value.isNumber()) misfit = number(path, schema, value);
        if (misfit == null && value.isTextual()) misfit = text(path, schema, value.textValue());
        if (misfit == null && value.isArray()) misfit = list(path, schema, value);
        if (misfit == null && value.isObject()) misfit = object(path, schema, value);
        return misfit == null ? combined(path, schema, value) : misfit;
    }

    private JsonNode resolve(JsonNode schema) {
        String ref = Json.textAt(schema, "$ref");
        return ref == null || !ref.startsWith("#/") ? schema : root.at(ref.substring(1));
    }

    private static @Nullable String type(String path, JsonNode schema, JsonNode value) {
        JsonNode type = schema.get("type");
        if (type == null) return null;
        if (!type.isArray()) return isOf(type.asText(), value) ? null : says(path, "must be " + noun(type.asText()));
        StringJoiner nouns = new StringJoiner(" or ");
        for (JsonNode one : type) {
            if (isOf(one.asText(), value)) return null;
            nouns.add(noun(one.asText()));
        }
        return says(path, "must be " + nouns);
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isIntegralNumber()
                        || (value.isNumber()
                                && value.decimalValue().stripTrailingZeros().scale() <= 0);
            default -> true;
        };
    }

    private static String noun(String type) {
        return switch (type) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            default -> type;
        };
    }

    private static @Nullable String choice(String path, JsonNode schema, JsonNode value) {
        JsonNode only = schema.get("const");
        if (only != null && !only.equals(value)) return says(path, "must be " + only.asText());
        if (!schema.has("enum")) return null;
        StringJoiner choices = new StringJoiner(", ");
        for (JsonNode choice : schema.get("enum")) {
            if (choice.equals(value)) return null;
            choices.add(choice.asText());
        }
        return says(path, "must be one of: " + choices);
    }

    private static @Nullable String number(String path, JsonNode schema, JsonNode value) {
        double number = value.doubleValue();
        if (schema.has("minimum") && number < schema.get("minimum").doubleValue())
            return says(path, "must be at least " + schema.get("minimum").asText());
        if (schema.has("maximum") && number > schema.get("maximum").doubleValue())
            return says(path, "must be at most " + schema.get("maximum").asText());
        if (schema.has("exclusiveMinimum")
                && number <= schema.get("exclusiveMinimum").doubleValue())
            return says(
                    path, "must be more than " + schema.get("exclusiveMinimum").asText());
        if (schema.has("exclusiveMaximum")
                && number >= schema.get("exclusiveMaximum").doubleValue())
            return says(
                    path, "must be less than " + schema.get("exclusiveMaximum").asText());
        return null;
    }

    private static @Nullable String text(String path, JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        if (length < schema.path("minLength").asInt(0))
            return says(path, "must have at least " + schema.get("minLength").asText() + " characters");
        if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE))
            return says(path, "must have at most " + schema.get("maxLength").asText() + " characters");
        String pattern = Json.textAt(schema, "pattern");
        if (pattern != null && !Pattern.compile(pattern).matcher(text).find())
            return says(path, "must match " + pattern);
        return null;
    }

    private @Nullable String list(String path, JsonNode schema, JsonNode list) {
        if (list.size() < schema.path("minItems").asInt(0))
            return says(path, "must have at least " + schema.get("minItems").asText() + " entries");
        if (list.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE))
            return says(path, "must have at most " + schema.get("maxItems").asText() + " entries");
        JsonNode items = schema.get("items");
        for (int i = 0; items != null && i < list.size(); i++) {
            String misfit = misfit(path + "[" + i + "]", items, list.get(i));
            if (misfit != null) return misfit;
        }
        return null;
    }

    private @Nullable String object(String path, JsonNode schema, JsonNode object) {
        for (JsonNode required : schema.path("required"))
            if (!object.has(required.asText())) return says(under(path, required.asText()), "is required");
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode known = properties.get(member.getKey());
            if (known == null && others.isBoolean() && !others.booleanValue())
                return says(under(path, member.getKey()), "is not known here; known are: " + names(properties));
            if (known == null) known = others;
            String misfit = known.isObject() ? misfit(under(path, member.getKey()), known, member.getValue()) : null;
            if (misfit != null) return misfit;
        }
        return null;
    }

    private @Nullable String combined(String path, JsonNode schema, JsonNode value) {
        for (JsonNode each : schema.path("allOf")) {
            String misfit = misfit(path, each, value);
            if (misfit != null) return misfit;
        }
        String first = null;
        for (JsonNode any : schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf")) {
            String misfit = misfit(path, any, value);
            if (misfit == null) return null;
            if (first == null) first = misfit;
        }
        return first;
    }

    private static String names(JsonNode properties) {
        StringJoiner names = new StringJoiner(", ");
        properties.fieldNames().forEachRemaining(names::add);
        return names.toString();
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String says(String path, String what) {
        return (path.isEmpty() ? "The arguments" : path) + " " + what + ".";
    }
}
