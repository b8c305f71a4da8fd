package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.cli.ModelServer.arguments;
import static reelskill.cli.ModelServer.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reelskill.media.Mp4;
import reelskill.tools.ToolList;

/** A language model that listens in the chat, over each provider's own protocol, on the real studio. */
class ModelChatTest extends ShortTalk {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheClip() throws IOException {
        Files.copy(clip(), folder.resolve("talk.mp4"));
        Files.copy(clip(), folder.resolve("private.mp4"));
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void modelTakesAClipToAFile(Wire wire) throws IOException {
        try (ModelServer model = new ModelServer(
                wire,
                told -> wire.call("upload_media", uploads(told)),
                told -> wire.call(
                        "edit_video",
                        arguments().put("session_id", session(told)).put("instruction", "加一个标题“你好”")),
                told -> wire.call(
                        "export_video",
                        arguments().put("session_id", session(told)).put("output_path", "out.mp4")),
                request -> wire.text(List.of("标题已加上，", "文件是 out.mp4。")))) {
            Shell.Result chat = chat(wire, model, "talk.mp4 加一个标题“你好”并导出");
            assertThat(chat.out())
                    .contains("✓ talk.mp4  3.0 秒  320×180", "已添加标题：“你好”", "✓ out.mp4  3.0 秒", "  标题已加上，文件是 out.mp4。");
            offersEveryTool(wire, model);
            assertThat(model.requests.get(3).toString()).contains("path: ", "out.mp4");
        }
        assertThat(Mp4.read(folder.resolve("out.mp4")).duration())
                .isBetween(Duration.ofMillis(2900), Duration.ofMillis(3150));
    }

    private static void offersEveryTool(Wire wire, ModelServer model) throws IOException {
        JsonNode first = model.requests.get(0);
        assertThat(Wire.tools(first))
                .containsExactlyInAnyOrderElementsOf(Wire.JSON
                        .readTree(ToolList.json())
                        .valueStream()
                        .map(tool -> tool.path("name").asText())
                        .toList());
        assertThat(first.path("stream").asBoolean()).isTrue();
        assertThat(first.toString()).contains("You edit video by calling tools");
        assertThat(model.recorded.get(0).getUrl().encodedPath()).isEqualTo(wire.path);
        if (wire.key != null)
            assertThat(model.recorded.get(0).getHeaders().get(wire.keyHeader)).isEqualTo(wire.key);
    }

    @Test
    void fileThatThePersonDidNotNameIsUploadedOnlyIfTheyAgree() throws IOException {
        Wire wire = Wire.OPENAI;
        ModelServer.Step uploads = told -> {
            var arguments = arguments();
            arguments.putArray("sources").add("private.mp4");
            return wire.call("upload_media", arguments);
        };
        try (ModelServer model =
                new ModelServer(wire, uploads, says(wire, "Then not."), uploads, says(wire, "Thanks."))) {
            Shell.Result chat = chat(wire, model, "what is here?", "n", "look again", "y");
            assertThat(chat.out()).containsOnlyOnce("✓ private.mp4").contains("'private.mp4', which you did not name");
            assertThat(model.requests.get(1).toString()).contains("did not agree to upload");
            assertThat(model.requests.get(3).toString()).contains("session_id: ");
        }
    }

    @Test
    void wordsOfAModelMoveNoCursorAndWrongCallsAreToldToIt() throws IOException {
        Wire wire = Wire.ANTHROPIC;
        try (ModelServer model = new ModelServer(
                wire,
                told -> wire.call("format_disk", arguments()),
                told -> wire.call(
                        "edit_video", arguments().put("session_id", "nowhere").put("instruction", "cut")),
                says(wire, "\u001b[2J\u001b]0;owned\u0007", "Sorry.\u202e"))) {
            Shell.Result chat = chat(wire, model, "hello");
            assertThat(chat.out()).contains("  [2J]0;ownedSorry.").doesNotContain("\u001b", "\u202e");
            assertThat(model.requests.get(1).toString()).contains("There is no tool 'format_disk'");
            assertThat(model.requests.get(2).toString()).contains("There is no session 'nowhere'");
        }
    }

    @Test
    void refusedKeyIsToldWithItsVariableAndWithoutItsValue() throws IOException {
        Wire wire = Wire.OPENAI;
        try (ModelServer model = new ModelServer(wire, told -> new MockResponse.Builder()
                .code(401)
                .body("{\"error\":{\"message\":\"bad key secret\"}}")
                .build())) {
            Shell.Result chat = chat(wire, model, "hello");
            assertThat(chat.out())
                    .contains("✗ The language model refused the key. Set OPENAI_API_KEY")
                    .doesNotContain("secret");
        }
    }

    @Test
    void conversationGoesOnAfterAModelThatDidNotAnswer() throws IOException {
        Wire wire = Wire.OLLAMA;
        try (ModelServer model = new ModelServer(
                wire, told -> new MockResponse.Builder().code(503).build(), says(wire, "Hello."))) {
            Shell.Result chat = chat(wire, model, "hello?", "hello!");
            assertThat(chat.out()).contains("did not answer (HTTP 503)", "  Hello.");
            assertThat(model.requests.get(1).toString()).contains("hello!").doesNotContain("hello?");
        }
    }

    @Test
    void unknownProviderIsToldHowToWriteIt() {
        Shell.Result chat =
                new Shell(folder.resolve("home"), CACHE, Map.of("REELSKILL_LLM", "gpt")).run("chat", "--local");
        assertThat(chat.code()).isEqualTo(ExitCode.SETUP.value);
        assertThat(chat.err()).contains("openai:MODEL");
    }

    private static ModelServer.Step says(Wire wire, String... pieces) {
        return told -> wire.text(List.of(pieces));
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode uploads(String told) {
        var arguments = arguments().put("language", "zh-CN");
        arguments.putArray("sources").add(ModelServer.last(told, "file that the person names: ([^\"\\\\]+)"));
        return arguments;
    }

    private Shell.Result chat(Wire wire, ModelServer model, String... lines) throws IOException {
        Path script = Files.write(folder.resolve("script.txt"), List.of(lines));
        Map<String, String> environment = Map.of(
                "REELSKILL_LLM", wire.provider + ":m",
                "REELSKILL_LLM_URL", model.url(),
                "OPENAI_API_KEY", "secret",
                "ANTHROPIC_API_KEY", "secret",
                "LANG", "en");
        Shell.Result result =
                new Shell(folder.resolve("home"), CACHE, environment).run("chat", "--local", "--script", script);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }
}
