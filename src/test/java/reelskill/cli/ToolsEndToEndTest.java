package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.Mp4;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;

/** What a model does with the tools, from a clip to a file, on the real studio. */
class ToolsEndToEndTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CACHE = Path.of("target", "cache");

    @TempDir
    static Path shared;

    @TempDir
    Path home;

    @BeforeAll
    static void cutAShortClip() {
        Ffmpeg.locate(Optional.empty(), CACHE)
                .run(
                        List.of(
                                "-nostdin",
                                "-y",
                                "-i",
                                Shell.TALK.toString(),
                                "-t",
                                "4",
                                "-s",
                                "320x180",
                                clip().toString()),
                        FfmpegJob.unwatched());
    }

    private static Path clip() {
        return shared.resolve("talk.mp4");
    }

    @Test
    void modelTakesAClipToAFileThroughAiServices() throws IOException {
        Path result = shared.resolve("by-ai-services.mp4");
        Model model = new Model(result);
        Settings settings = new Settings(home, CACHE, Map.of());
        try (LocalTools tools = LocalTools.open(
                settings,
                new Terminal(
                        new PrintStream(PrintStream.nullOutputStream()),
                        false,
                        new BufferedReader(Reader.nullReader())),
                List.of(shared))) {
            String said = AiServices.builder(Editor.class)
                    .chatModel(model)
                    .tools(tools.all())
                    .build()
                    .chat("put a title on talk.mp4, then without it, and send me the file");
            assertThat(said).isEqualTo("done");
        }
        assertThat(model.answers.get(1).at("/edit/outcome").asText()).isEqualTo("changed");
        assertThat(model.answers.get(1).at("/edit/timeline").asText()).contains("Hello");
        assertThat(model.answers.get(2).at("/edit/timeline").asText()).doesNotContain("Hello");
        assertThat(model.answers.get(3).at("/export/path").asText())
                .isEqualTo(result.toRealPath().toString());
        assertThat(Mp4.read(result).duration()).isBetween(Duration.ofMillis(3900), Duration.ofMillis(4150));
    }

    @Test
    void officialClientTakesAClipToAFileThroughAProcess() throws IOException {
        Path result = shared.resolve("by-mcp.mp4");
        try (McpProcess server = McpProcess.open(home, shared)) {
            McpSyncClient client = server.client();
            assertThat(client.listTools().tools()).hasSize(12);
            JsonNode upload = server.call("upload_media", Map.of("sources", List.of(clip().toString())));
            String session = upload.path("session_id").asText();
            JsonNode edit = server.call("edit_video", Map.of("session_id", session, "instruction", "mute it"));
            assertThat(edit.at("/edit/outcome").asText()).isEqualTo("changed");
            server.call("undo_edit", Map.of("session_id", session));
            JsonNode export =
                    server.call("export_video", Map.of("session_id", session, "output_path", result.toString()));
            assertThat(export.at("/export/bytes").asLong()).isEqualTo(Files.size(result));
            assertThat(client.readResource(McpSchema.ReadResourceRequest.builder("timeline://" + session)
                                    .build())
                            .contents())
                    .hasSize(1);
            everythingListedCanBeRead(client, session);
            McpSchema.CallToolResult preview = server.raw("preview_video", Map.of("session_id", session));
            assertThat(preview.structuredContent()).isNull();
            assertThat(preview.content()).hasSize(2).last().isInstanceOf(McpSchema.ImageContent.class);
        }
        assertThat(Mp4.read(result).duration()).isBetween(Duration.ofMillis(3900), Duration.ofMillis(4150));
    }

    private static void everythingListedCanBeRead(McpSyncClient client, String session) {
        List<String> listed = client.listResources().resources().stream()
                .map(McpSchema.Resource::uri)
                .filter(uri -> !uri.startsWith("skill://"))
                .toList();
        assertThat(listed).contains("timeline://current", "timeline://" + session, "preview://" + session);
        assertThat(listed.stream().filter(uri -> uri.startsWith("receipt://"))).hasSize(4);
        for (String uri : listed) {
            McpSchema.ResourceContents contents = client.readResource(
                            McpSchema.ReadResourceRequest.builder(uri).build())
                    .contents()
                    .get(0);
            if (uri.startsWith("preview://")) {
                byte[] picture = Base64.getDecoder().decode(((McpSchema.BlobResourceContents) contents).blob());
                assertThat(picture).startsWith(0xFF, 0xD8, 0xFF);
            } else {
                assertThat(((McpSchema.TextResourceContents) contents).text()).contains("session_id: " + session);
            }
        }
        assertThat(client.listPrompts().prompts()).hasSizeGreaterThan(3);
    }

    interface Editor {
        String chat(String message);
    }

    /** Calls one tool after the other, with the ids that the answers give. */
    private static final class Model implements ChatModel {
        private final Path result;
        final List<JsonNode> answers = new ArrayList<>();

        Model(Path result) {
            this.result = result;
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            if (request.messages().get(request.messages().size() - 1) instanceof ToolExecutionResultMessage told) {
                JsonNode answer = read(told.text());
                if (answer.path("status").asText().equals("running")) {
                    return tool(
                            "wait_for", Map.of("job_id", answer.path("job_id").asText()));
                }
                answers.add(answer);
            }
            String session =
                    answers.isEmpty() ? "" : answers.get(0).path("session_id").asText();
            return switch (answers.size()) {
                case 0 -> tool("upload_media", Map.of("sources", List.of(clip().toString())));
                case 1 ->
                    tool("edit_video", Map.of("session_id", session, "instruction", "add a title saying 'Hello'"));
                case 2 -> tool("undo_edit", Map.of("session_id", session));
                case 3 -> tool("export_video", Map.of("session_id", session, "output_path", result.toString()));
                default ->
                    ChatResponse.builder().aiMessage(AiMessage.from("done")).build();
            };
        }

        private static JsonNode read(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("the tool answered: " + text, e);
            }
        }

        private static ChatResponse tool(String name, Map<String, Object> arguments) {
            ToolExecutionRequest request = ToolExecutionRequest.builder()
                    .id(name)
                    .name(name)
                    .arguments(JSON.valueToTree(arguments).toString())
                    .build();
            return ChatResponse.builder().aiMessage(AiMessage.from(request)).build();
        }
    }
}
