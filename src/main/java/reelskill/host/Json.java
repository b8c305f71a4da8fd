package reelskill.host;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON trees to bytes and back by the streaming parser alone: an ObjectMapper costs more than the rest of the start. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(200).build())
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Returns JSON text as a node that is written as it stands, never parsed, but for its line ends: a message is one line. */
    static JsonNode raw(String json) {
        String line = json.replace('\n', ' ').replace('\r', ' ');
        return JsonNodeFactory.instance.rawValueNode(new RawValue(line));
    }

    /** Reads exactly one value. @throws IOException if the bytes are not one JSON value in UTF-8 */
    static JsonNode read(byte[] utf8) throws IOException {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            if (parser.nextToken() == null) throw new IOException("empty");
            JsonNode value = value(parser);
            if (parser.nextToken() != null) throw new IOException("more than one value");
            return value;
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) return members(parser);
        if (token == JsonToken.START_ARRAY) return elements(parser);
        if (token == JsonToken.VALUE_STRING) return JsonNodeFactory.instance.textNode(parser.getText());
        if (token == JsonToken.VALUE_NUMBER_INT) return whole(parser);
        // Decimal, so that an id such as 1.0 is echoed as it came.
        if (token == JsonToken.VALUE_NUMBER_FLOAT) return JsonNodeFactory.instance.numberNode(parser.getDecimalValue());
        if (token == JsonToken.VALUE_TRUE) return JsonNodeFactory.instance.booleanNode(true);
        if (token == JsonToken.VALUE_FALSE) return JsonNodeFactory.instance.booleanNode(false);
        return JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.INT)
            return JsonNodeFactory.instance.numberNode(parser.getIntValue());
        if (parser.getNumberType() == JsonParser.NumberType.LONG)
            return JsonNodeFactory.instance.numberNode(parser.getLongValue());
        return JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
    }

    private static JsonNode members(JsonParser parser) throws IOException {
        ObjectNode object = object();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static JsonNode elements(JsonParser parser) throws IOException {
        ArrayNode array = array();
        while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser));
        return array;
    }

    /** Returns the value as one line of UTF-8, without a line end. */
    static byte[] write(JsonNode value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(value, generator);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonNode value, JsonGenerator generator) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, generator);
            case ARRAY -> {
                generator.writeStartArray();
                for (JsonNode element : value) write(element, generator);
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(value.textValue());
            case NUMBER -> writeNumber(value, generator);
            case BOOLEAN -> generator.writeBoolean(value.booleanValue());
            case POJO ->
                generator.writeRawValue(
                        ((RawValue) ((POJONode) value).getPojo()).rawValue().toString());
            default -> generator.writeNull();
        }
    }

    private static void writeObject(JsonNode object, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            generator.writeFieldName(member.getKey());
            write(member.getValue(), generator);
        }
        generator.writeEndObject();
    }

    private static void writeNumber(JsonNode number, JsonGenerator generator) throws IOException {
        if (number.isInt() || number.isLong() || number.isShort()) generator.writeNumber(number.longValue());
        else if (number.isBigInteger()) generator.writeNumber(number.bigIntegerValue());
        else if (number.isBigDecimal()) generator.writeNumber(number.decimalValue());
        else generator.writeNumber(number.doubleValue());
    }

    /** Returns the member if it is an object, else null. */
    static @Nullable ObjectNode objectAt(@Nullable JsonNode parent, String name) {
        return parent != null && parent.get(name) instanceof ObjectNode object ? object : null;
    }

    /** Returns the member if it is text, else null. */
    static @Nullable String textAt(@Nullable JsonNode parent, String name) {
        JsonNode member = parent == null ? null : parent.get(name);
        return member == null ? null : member.textValue();
    }
}
