package reelskill.install;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the members of a JSON text stand, as offsets of characters. */
final class JsonLayout {
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static final JsonMapper MAPPER = JsonMapper.builder(LENIENT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLayout() {}

    /**
     * An object.
     *
     * @param open where its opening brace is
     * @param close where its closing brace is
     */
    record Braces(int open, int close, List<Member> members) {
        Optional<Member> member(String name) {
            return members.stream().filter(member -> member.name().equals(name)).findFirst();
        }

        Member last() {
            return members.get(members.size() - 1);
        }

        boolean isOneLine(String text) {
            return text.substring(open, close).indexOf('\n') < 0;
        }
    }

    /** A member, from the first character of its name to the one after its value. */
    record Member(String name, int start, int valueStart, int end, Optional<Braces> braces) {}

    static JsonNode tree(String text) throws DamagedConfigException {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (!tree.isObject()) throw new DamagedConfigException(1, new ClassCastException("no object"));
            return tree;
        } catch (JsonProcessingException e) {
            throw damaged(e);
        }
    }

    static Braces of(String text) throws DamagedConfigException {
        try (JsonParser parser = LENIENT.createParser(text)) {
            parser.nextToken();
            return braces(parser);
        } catch (JsonProcessingException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DamagedConfigException damaged(JsonProcessingException e) {
        return new DamagedConfigException(
                e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e);
    }

    private static Braces braces(JsonParser parser) throws IOException {
        int open = start(parser);
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int start = start(parser);
            JsonToken token = parser.nextToken();
            int valueStart = start(parser);
            Optional<Braces> inner = token == JsonToken.START_OBJECT ? Optional.of(braces(parser)) : Optional.empty();
            members.add(new Member(name, start, valueStart, end(parser), inner));
        }
        return new Braces(open, start(parser), members);
    }

    private static int end(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) parser.skipChildren();
        parser.finishToken();
        return (int) parser.currentLocation().getCharOffset();
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    static String quoted(String name) {
        return MAPPER.getNodeFactory().textNode(name).toString();
    }

    /** Returns where the next comma after {@code from} is that is not in a comment; the length of the text for none. */
    static int comma(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '}') at = next(text, at);
        return at < text.length() && text.charAt(at) == ',' ? at : text.length();
    }

    private static int next(String text, int at) {
        if (text.startsWith("//", at)) return endOf(text.indexOf('\n', at), text);
        if (text.startsWith("/*", at)) return endOf(text.indexOf("*/", at) + 1, text);
        return at + 1;
    }

    private static int endOf(int found, String text) {
        return found <= 0 ? text.length() : found + 1;
    }

    /** Returns the end of the remark that stands behind {@code from} on the same line; {@code from} where there is none. */
    static int endOfRemark(String text, int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) return from;
        String rest = text.substring(from, end);
        return rest.strip().startsWith("//") ? from + rest.stripTrailing().length() : from;
    }

    /** Returns where the white space begins that stands before {@code at}. */
    static int startOfGap(String text, int at) {
        int start = at;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) start--;
        return start;
    }
}
