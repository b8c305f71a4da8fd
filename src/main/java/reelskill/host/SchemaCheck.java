package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/**
 * Checks arguments against the part of JSON Schema that tool schemas use and says in a sentence what does not fit. Keywords
 * that it does not know are taken as satisfied: the tool checks for itself what a schema cannot say.
 */
final class SchemaCheck {
    private final JsonNode root;
    private final Language language;

    /** @param language of the sentences */
    SchemaCheck(JsonNode root, Language language) {
        this.root = root;
        this.language = language;
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

    private @Nullable String type(String path, JsonNode schema, JsonNode value) {
        JsonNode type = schema.get("type");
        if (type == null) return null;
        if (!type.isArray())
            return isOf(type.asText(), value) ? null : says(path, "must be ", "必须是", noun(type.asText()));
        StringJoiner nouns = new StringJoiner(language.pick(" or ", "或"));
        for (JsonNode one : type) {
            if (isOf(one.asText(), value)) return null;
            nouns.add(noun(one.asText()));
        }
        return says(path, "must be ", "必须是", nouns);
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

    private String noun(String type) {
        return switch (type) {
            case "object" -> language.pick("an object", "对象");
            case "array" -> language.pick("a list", "列表");
            case "string" -> language.pick("text", "文本");
            case "boolean" -> language.pick("true or false", "true 或 false");
            case "integer" -> language.pick("a whole number", "整数");
            case "number" -> language.pick("a number", "数字");
            default -> type;
        };
    }

    private @Nullable String choice(String path, JsonNode schema, JsonNode value) {
        JsonNode only = schema.get("const");
        if (only != null && !only.equals(value)) return says(path, "must be ", "必须是 ", only.asText());
        if (!schema.has("enum")) return null;
        StringJoiner choices = new StringJoiner(", ");
        for (JsonNode choice : schema.get("enum")) {
            if (choice.equals(value)) return null;
            choices.add(choice.asText());
        }
        return says(path, "must be one of: ", "必须是其中之一：", choices);
    }

    private @Nullable String number(String path, JsonNode schema, JsonNode value) {
        double number = value.doubleValue();
        if (schema.has("minimum") && number < schema.get("minimum").doubleValue())
            return says(
                    path, "must be at least ", "不能小于 ", schema.get("minimum").asText());
        if (schema.has("maximum") && number > schema.get("maximum").doubleValue())
            return says(path, "must be at most ", "不能大于 ", schema.get("maximum").asText());
        if (schema.has("exclusiveMinimum")
                && number <= schema.get("exclusiveMinimum").doubleValue())
            return says(
                    path,
                    "must be more than ",
                    "必须大于 ",
                    schema.get("exclusiveMinimum").asText());
        if (schema.has("exclusiveMaximum")
                && number >= schema.get("exclusiveMaximum").doubleValue())
            return says(
                    path,
                    "must be less than ",
                    "必须小于 ",
                    schema.get("exclusiveMaximum").asText());
        return null;
    }

    private @Nullable String text(String path, JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        if (length < schema.path("minLength").asInt(0))
            return says(
                    path,
                    "must have at least %s characters",
                    "至少要有 %s 个字符",
                    schema.get("minLength").asText());
        if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE))
            return says(
                    path,
                    "must have at most %s characters",
                    "最多 %s 个字符",
                    schema.get("maxLength").asText());
        String pattern = Json.textAt(schema, "pattern");
        if (pattern != null && !Pattern.compile(pattern).matcher(text).find())
            return says(path, "must match ", "必须符合 ", pattern);
        return null;
    }

    private @Nullable String list(String path, JsonNode schema, JsonNode list) {
        if (list.size() < schema.path("minItems").asInt(0))
            return says(
                    path,
                    "must have at least %s entries",
                    "至少要有 %s 项",
                    schema.get("minItems").asText());
        if (list.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE))
            return says(
                    path,
                    "must have at most %s entries",
                    "最多 %s 项",
                    schema.get("maxItems").asText());
        JsonNode items = schema.get("items");
        for (int i = 0; items != null && i < list.size(); i++) {
            String misfit = misfit(path + "[" + i + "]", items, list.get(i));
            if (misfit != null) return misfit;
        }
        return null;
    }

    private @Nullable String object(String path, JsonNode schema, JsonNode object) {
        for (JsonNode required : schema.path("required"))
            if (!object.has(required.asText())) return says(under(path, required.asText()), "is required", "为必填项", "");
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode known = properties.get(member.getKey());
            if (known == null && others.isBoolean() && !others.booleanValue())
                return says(
                        under(path, member.getKey()),
                        "is not known here; known are: ",
                        "是未知参数；可用的有：",
                        names(properties));
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

    /** @param detail takes the place of {@code %s}, or follows the words that have none */
    private String says(String path, String english, String chinese, Object detail) {
        String words = language.pick(english, chinese);
        String rule = words.contains("%s") ? words.replace("%s", detail.toString()) : words + detail;
        String subject = path.isEmpty() ? language.pick("The arguments", "参数") : path;
        return subject + " " + rule + language.pick(".", "。");
    }
}
