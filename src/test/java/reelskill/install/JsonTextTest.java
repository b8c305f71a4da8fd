package reelskill.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry goes in and out of JSON as people write it. */
class JsonTextTest {
    private static final ObjectNode ENTRY =
            JsonNodeFactory.instance.objectNode().put("a", 1);

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "two spaces",
                        "{\n  \"s\": {\n    \"x\": 1\n  }\n}\n",
                        "{\n  \"s\": {\n    \"x\": 1,\n    \"n\": {\n      \"a\": 1\n    }\n  }\n}\n"),
                Arguments.of(
                        "tabs",
                        "{\n\t\"s\": {\n\t\t\"x\": 1\n\t}\n}",
                        "{\n\t\"s\": {\n\t\t\"x\": 1,\n\t\t\"n\": {\n\t\t\t\"a\": 1\n\t\t}\n\t}\n}"),
                Arguments.of(
                        "Windows lines",
                        "{\r\n  \"s\": {\r\n    \"x\": 1\r\n  }\r\n}",
                        "{\r\n  \"s\": {\r\n    \"x\": 1,\r\n    \"n\": {\r\n      \"a\": 1\r\n    }\r\n  }\r\n}"),
                Arguments.of("one line", "{\"s\":{\"x\":1}}", "{\"s\":{\"x\":1, \"n\": {\"a\":1}}}"),
                Arguments.of(
                        "trailing comma",
                        "{\n  \"s\": {\n    \"x\": 1,\n  },\n}\n",
                        "{\n  \"s\": {\n    \"x\": 1,\n    \"n\": {\n      \"a\": 1\n    },\n  },\n}\n"),
                Arguments.of(
                        "remark behind the last",
                        "{\n  \"s\": {\n    \"x\": 1 // the, last}\n  }\n}\n",
                        "{\n  \"s\": {\n    \"x\": 1, // the, last}\n    \"n\": {\n      \"a\": 1\n    }\n  }\n}\n"),
                Arguments.of(
                        "only a remark inside",
                        "{\n  \"s\": {\n    // none yet\n  }\n}\n",
                        "{\n  \"s\": {\n    // none yet\n    \"n\": {\n      \"a\": 1\n    }\n  }\n}\n"),
                Arguments.of(
                        "no list",
                        "{\n  \"y\": [1, {\"z\": \"}\"}]\n}\n",
                        "{\n  \"y\": [1, {\"z\": \"}\"}],\n  \"s\": {\n    \"n\": {\n      \"a\": 1\n    }\n  }\n}\n"),
                Arguments.of(
                        "empty list",
                        "{\n  \"s\": {}\n}\n",
                        "{\n  \"s\": {\n    \"n\": {\n      \"a\": 1\n    }\n  }\n}\n"),
                Arguments.of("empty object", "{}", "{\n  \"s\": {\n    \"n\": {\n      \"a\": 1\n    }\n  }\n}"),
                Arguments.of(
                        "names without quotes",
                        "{\n  s: {\n    x: 'y',\n  }\n}\n",
                        "{\n  s: {\n    x: 'y',\n    \"n\": {\n      \"a\": 1\n    },\n  }\n}\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void entryGoesInAsTheFileIsWritten(String style, String before, String after) throws Exception {
        assertThat(parse(before).with("n", ENTRY)).isEqualTo(after);
        assertThat(parse(after).entry("n")).contains(ENTRY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void entryComesOutWithoutATrace(String style, String before, String after) throws Exception {
        int emptied = parse(before).missingParents();
        assertThat(parse(after).without("n", emptied)).isEqualTo(before);
    }

    @Test
    void entryComesOutOfTheMiddle() throws Exception {
        String text = "{\n  \"s\": {\n    \"n\": {\"a\": 1},\n    // about y\n    \"y\": 2\n  }\n}\n";
        assertThat(parse(text).without("n", 0)).isEqualTo("{\n  \"s\": {\n    // about y\n    \"y\": 2\n  }\n}\n");
    }

    @Test
    void entryIsReplacedWhereItStands() throws Exception {
        String text = "{\n  \"s\": {\n    \"n\": [1, 2], // mine\n    \"y\": 2\n  }\n}\n";
        assertThat(parse(text).with("n", ENTRY))
                .isEqualTo("{\n  \"s\": {\n    \"n\": {\n      \"a\": 1\n    }, // mine\n    \"y\": 2\n  }\n}\n");
    }

    @Test
    void nothingAtAllBecomesAnObject() throws Exception {
        assertThat(parse("").with("n", ENTRY))
                .isEqualTo("{\n  \"s\": {\n    \"n\": {\n      \"a\": 1\n    }\n  }\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "{\"s\": 1}", "{\"s\": {}, \"s\": {}}", "{\"a\": 1} trailing", "\"s\"", "<xml/>"})
    void damageIsFound(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(DamagedConfigException.class);
    }

    private static JsonText parse(String text) throws DamagedConfigException {
        return JsonText.parse(text, List.of("s"));
    }
}
