package reelskill.nemo;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** JSON of the API. Numbers keep every digit: ids exceed a double and drafts go back as they came. */
final class Json {
    private static final int MOST_DIGITS = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode parse(String text) throws JsonProcessingException {
        try {
            return MAPPER.readTree(text);
        } catch (NumberFormatException e) {
            // Jackson lets this one through for an exponent of ten digits.
            throw new JsonParseException(null, "a number out of range", e);
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON", e);
        }
    }

    /** Returns a text or number field as text, without going through a double; empty if missing, null or blank. */
    static Optional<String> text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isNumber())
            return Optional.of(value.decimalValue()).filter(Json::isSane).map(BigDecimal::toPlainString);
        return value.isTextual() && !value.textValue().isBlank() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** Returns a number field, also one that was written as a string. */
    static Optional<BigDecimal> number(JsonNode object, String name) {
        try {
            return text(object, name).map(String::strip).map(BigDecimal::new).filter(Json::isSane);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number like 1e999999999 is hostile: written out, or added to another one, it would fill the memory. */
    private static boolean isSane(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }
}
