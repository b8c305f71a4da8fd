package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor finds what is wrong, says how to mend it, and keeps secrets to itself. */
class DoctorCommandTest {
    private static final String TOKEN = "secret-token-of-mine";

    @TempDir
    Path person;

    private final Map<String, String> environment = new HashMap<>();
    private String printed = "";
    private int code;

    @BeforeEach
    void live() {
        environment.put("HOME", person.toString());
        environment.put("LC_ALL", "en_US.UTF-8");
        environment.put("PATH", System.getenv("PATH"));
    }

    @Test
    void healthyMachineEndsWithZero() throws IOException {
        JsonNode findings = examine();
        assertThat(code).isZero();
        assertThat(state(findings, "java")).isEqualTo("ok");
        assertThat(state(findings, "ffmpeg")).isEqualTo("ok");
        assertThat(state(findings, "backgrounds")).isEqualTo("ok");
        assertThat(state(findings, "data")).isEqualTo("ok");
    }

    @Test
    void ownTokenIsNamedAndNeverShown() throws IOException {
        environment.put("NEMO_TOKEN", TOKEN);
        JsonNode findings = examine();
        assertThat(says(findings, "token")).contains("your own token");
        assertThat(printed).doesNotContain(TOKEN);
    }

    @Test
    void ffmpegThatDoesNotRunIsAProblemWithAWayOut() throws IOException {
        environment.put("REELSKILL_FFMPEG", person.resolve("no-such-ffmpeg").toString());
        JsonNode findings = examine();
        assertThat(code).isEqualTo(ExitCode.SETUP.value);
        assertThat(state(findings, "ffmpeg")).isEqualTo("problem");
        assertThat(find(findings, "ffmpeg").path("mend").asText()).contains("Set it to the ffmpeg program");
    }

    @Test
    void dataFolderThatIsAFileIsAProblem() throws IOException {
        Files.writeString(person.resolve("data"), "in the way");
        assertThat(state(examine(), "data")).isEqualTo("problem");
    }

    @Test
    void hostWithoutTheSkillIsTold() throws IOException {
        Files.createDirectories(person.resolve(".gemini"));
        JsonNode findings = examine();
        assertThat(find(findings, "gemini-cli").path("mend").asText()).isEqualTo("reelskill install gemini-cli");
        assertThat(find(findings, "opencode").isMissingNode()).isTrue();
    }

    @Test
    void serverThatDoesNotStartIsAProblem() throws IOException {
        cursor("{\"mcpServers\": {\"reelskill\": {\"command\": \"no-such-java-here\", \"args\": []}}}");
        JsonNode findings = examine();
        assertThat(code).isEqualTo(ExitCode.SETUP.value);
        assertThat(says(findings, "cursor")).contains("does not start as configured");
    }

    @Test
    void serverThatAnswersSomethingElseIsAProblem() throws IOException {
        cursor("{\"mcpServers\": {\"reelskill\": {\"command\": \"echo\", \"args\": [\"hello\"]}}}");
        assertThat(state(examine(), "cursor")).isEqualTo("problem");
    }

    @Test
    void damagedConfigurationIsAProblem() throws IOException {
        cursor("{\"mcpServers\": ");
        assertThat(find(examine(), "cursor").path("mend").asText()).contains("cannot be read as it is");
    }

    @Test
    void chineseTerminalIsAnsweredInChinese() throws IOException {
        environment.put("LC_ALL", "zh_CN.UTF-8");
        assertThat(says(examine(), "token")).contains("尚无令牌");
    }

    private void cursor(String config) throws IOException {
        Files.createDirectories(person.resolve(".cursor"));
        Files.writeString(person.resolve(".cursor/mcp.json"), config);
    }

    private JsonNode examine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Settings settings = new Settings(person.resolve("data"), Path.of("target", "cache"), environment);
        Desk desk = new Desk(settings, new PrintStream(out, true, StandardCharsets.UTF_8), new Terminal(errors, false));
        code = Main.commandLine(desk, errors).execute("doctor", "--offline", "--json");
        printed = out.toString(StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(printed).path("findings");
    }

    private static String state(JsonNode findings, String check) {
        return find(findings, check).path("state").asText();
    }

    private static String says(JsonNode findings, String check) {
        return find(findings, check).path("says").asText();
    }

    private static JsonNode find(JsonNode findings, String check) {
        for (JsonNode finding : findings) {
            if (finding.path("check").asText().equals(check)) return finding;
        }
        return findings.path(-1);
    }
}
