package reelskill.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One table goes in and out of TOML as people write it. */
class TomlTextTest {
    private static final String BLOCK =
            "[s.n]\ncommand = \"ja\\\"va\"\nargs = [\"-a\", \"b\"]\n\n[s.n.env]\nK = \"v\"\n";

    static Stream<String> texts() {
        return Stream.of(
                "model = \"x\"\n",
                "[s.other]\ncommand = \"y\" # [s.n]\n",
                "# only words\n",
                "[[list]]\na = 1\n\n[[list]]\na = 2\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tableGoesToTheEndAndComesOutWithoutATrace(String before) throws Exception {
        String after = parse(before).with("n", entry());
        assertThat(after).isEqualTo(before + "\n" + BLOCK);
        assertThat(parse(after).entry("n")).contains(entry());
        assertThat(parse(after).without("n", 0)).isEqualTo(before);
    }

    @Test
    void tableComesOutOfTheMiddleWithItsOwnTablesOnly() throws Exception {
        String text = "[s.m]\na = 1\n\n" + BLOCK + "\n# about p\n[s.p]\na = 2\n";
        assertThat(parse(text).without("n", 0)).isEqualTo("[s.m]\na = 1\n\n# about p\n[s.p]\na = 2\n");
    }

    @Test
    void tableIsReplacedWhereItStands() throws Exception {
        String text = "[s.\"n\"] # mine\ncommand = \"old\"\n\n[s.p]\na = 2\n";
        assertThat(parse(text).with("n", entry())).isEqualTo(BLOCK + "\n[s.p]\na = 2\n");
    }

    @Test
    void nameThatBeginsLikeOursIsAnotherTable() throws Exception {
        String text = "[s.n2]\na = 1\n";
        assertThat(parse(text).without("n", 0)).isEqualTo(text);
    }

    @Test
    void damageIsFound() {
        assertThatThrownBy(() -> parse("[s\na = ")).isInstanceOf(DamagedConfigException.class);
    }

    private static ObjectNode entry() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("command", "ja\"va");
        entry.putArray("args").add("-a").add("b");
        entry.putObject("env").put("K", "v");
        return entry;
    }

    private static TomlText parse(String text) throws DamagedConfigException {
        return TomlText.parse(text, "s");
    }
}
