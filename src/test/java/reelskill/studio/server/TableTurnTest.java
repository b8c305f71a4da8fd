package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a person's colour table to the clip and back, and what is refused at the door. */
class TableTurnTest extends OneSession {
    private static final String SWAP =
            "TITLE \"swap\"\nLUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n";

    private static final List<String> BROKEN = List.of(
            "",
            "LUT_1D_SIZE 2\n0 0 0\n1 1 1\n",
            "LUT_3D_SIZE 66\n0 0 0\n",
            "LUT_3D_SIZE 2\n0 0 0\n",
            SWAP.replace("1 1 1", "nan 1 1"),
            SWAP.replace("1 1 1", "1e999 1 1"),
            "0 0 0\nLUT_3D_SIZE 2\n",
            "LUT_3D_SIZE 2\nLUT_3D_SIZE 2\n",
            SWAP + "#" + "x".repeat(600));

    @Override
    Path clip() {
        return Path.of("tests-fixtures", "media", "talk.mp4");
    }

    @Test
    void tableIsAPropertyOfTheClipAndIsNamedInTheHandOff() throws Exception {
        assertThat(client.upload(session, "teal.cube", bytes(SWAP))
                        .data()
                        .at("/files/0/file_type")
                        .asText())
                .isEqualTo("table");
        assertThat(client.state(session).at("/state/draft/t/0/sg")).hasSize(1);
        assertThat(text("apply the LUT teal.cube at 50%")).contains("teal.cube", "50");
        assertThat(client.state(session).toString()).contains("\"strength\":0.5");
        String id = "render_otio" + System.identityHashCode(this);
        client.submit(session, id, client.state(session).at("/state/draft"), "otio");
        assertThat(client.await(id).body()).contains("colour tables (LUT)");
        assertThat(text("remove the LUT")).contains("without a table");
        assertThat(client.state(session).toString()).doesNotContain("\"lut\"");
        text("undo");
        assertThat(client.state(session).toString()).contains("\"lut\"");
    }

    @Test
    void tableThatIsNotWholeIsRefused() {
        JsonNode before = client.state(session).at("/state/draft");
        for (String table : BROKEN)
            assertThat(client.upload(session, "a.cube", bytes(table)).body())
                    .as(table)
                    .contains("three-dimensional .cube");
        assertThat(client.state(session).at("/state/draft")).isEqualTo(before);
        assertThat(text("apply the LUT")).contains("no colour table");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
