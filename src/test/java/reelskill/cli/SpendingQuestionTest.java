package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.host.HttpServer;
import reelskill.nemo.FakeTime;
import reelskill.session.FakeNemo;

/** A person is asked before credits are spent that are not there or not allowed; without a yes nothing is sent. */
@Timeout(120)
class SpendingQuestionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "io.modelcontextprotocol/";

    @TempDir
    Path folder;

    private final FakeNemo nemo = new FakeNemo(new FakeTime());
    private final ConcurrentLinkedQueue<ElicitResult> answers = new ConcurrentLinkedQueue<>();
    private final List<String> questions = new ArrayList<>();

    @BeforeEach
    void start() {
        nemo.available = 30;
        nemo.answer("", FakeNemo.text("Hello"));
    }

    @AfterEach
    void stop() {
        nemo.close();
    }

    @Test
    void clientOverStdioIsAsked() {
        ServerParameters server = ServerParameters.builder(System.getProperty("java.home") + "/bin/java")
                .args(
                        "-Dreelskill.root=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "reelskill.cli.Main",
                        "mcp",
                        "--cloud")
                .env(environment())
                .build();
        try (McpSyncClient client =
                asking(new StdioClientTransport(server, new JacksonMcpJsonMapperSupplier().get()))) {
            onlyAYesIsPaid(client);
        }
    }

    @Test
    void clientOverHttpIsAsked() throws IOException {
        try (CloudTools tools = new CloudTools(nemo, folder, folder);
                HttpServer server = tools.serve();
                McpSyncClient client = asking(http(server.url()))) {
            onlyAYesIsPaid(client);
        }
    }

    private void onlyAYesIsPaid(McpSyncClient client) {
        client.initialize();
        String session = data(call(client, "start_session", Map.of("language", "en")))
                .path("session_id")
                .asText();
        for (ElicitResult no : List.of(
                new ElicitResult(Action.DECLINE, null),
                new ElicitResult(Action.CANCEL, null),
                new ElicitResult(Action.ACCEPT, Map.of()),
                new ElicitResult(Action.ACCEPT, Map.of("spending_agreed", false)))) {
            answers.add(no);
            McpSchema.CallToolResult refused = edit(client, session);
            assertThat(refused.isError()).isTrue();
            assertThat(refused.content().toString()).contains("nothing was spent");
        }
        assertThat(nemo.messages).isEmpty();
        assertThat(nemo.available).isEqualTo(30);

        answers.add(new ElicitResult(Action.ACCEPT, Map.of("spending_agreed", true)));
        assertThat(data(edit(client, session)).path("status").asText()).isEqualTo("done");
        assertThat(nemo.messages).containsExactly("add a title");
        assertThat(questions)
                .hasSize(5)
                .allMatch("This edit costs about 50 credits and 30 are left. Send it all the same?"::equals);
    }

    @Test
    void clientThatCannotAskIsToldOfTheParameter() throws IOException {
        try (CloudTools tools = new CloudTools(nemo, folder, folder);
                HttpServer server = tools.serve();
                McpSyncClient client = McpClient.sync(http(server.url()))
                        .requestTimeout(Duration.ofSeconds(60))
                        .build()) {
            client.initialize();
            String session = data(call(client, "start_session", Map.of("language", "zh-CN")))
                    .path("session_id")
                    .asText();
            Map<String, Object> edit = Map.of("session_id", session, "instruction", "加标题");
            assertThat(call(client, "edit_video", edit).content().toString()).contains("未发送任何内容", "spending_agreed");
            assertThat(nemo.messages).isEmpty();
            Map<String, Object> agreed = Map.of("session_id", session, "instruction", "加标题", "spending_agreed", true);
            assertThat(call(client, "edit_video", agreed).isError()).isNotEqualTo(true);
            assertThat(nemo.messages).containsExactly("加标题");
        }
    }

    @Test
    void enoughCreditsAreSpentWithoutAQuestion() throws IOException {
        nemo.available = 100;
        try (CloudTools tools = new CloudTools(nemo, folder, folder);
                HttpServer server = tools.serve();
                McpSyncClient client = asking(http(server.url()))) {
            client.initialize();
            String session = data(call(client, "start_session", Map.of()))
                    .path("session_id")
                    .asText();
            assertThat(edit(client, session).isError()).isNotEqualTo(true);
            assertThat(questions).isEmpty();
        }
    }

    @Test
    void statelessClientIsAskedInASecondRound() throws IOException {
        try (ServerProcess server = new ServerProcess(environment(), "--cloud")) {
            String session =
                    server.call("start_session", Map.of()).path("session_id").asText();
            for (String no : List.of("decline", "cancel")) {
                JsonNode refused = server.request("tools/call", retry(session, asked(server, session), no));
                assertThat(refused.path("isError").asBoolean()).isTrue();
            }
            assertThat(nemo.messages).isEmpty();
            JsonNode done = server.request("tools/call", retry(session, asked(server, session), "accept"));
            assertThat(done.at("/structuredContent/status").asText()).isEqualTo("done");
            assertThat(nemo.messages).containsExactly("add a title");
        }
    }

    private static JsonNode asked(ServerProcess server, String session) throws IOException {
        JsonNode asked = server.request("tools/call", modern(session));
        assertThat(asked.path("resultType").asText()).isEqualTo("input_required");
        assertThat(asked.at("/inputRequests/spending_agreed/method").asText()).isEqualTo("elicitation/create");
        assertThat(asked.at("/inputRequests/spending_agreed/params/message").asText())
                .contains("50 credits");
        return asked;
    }

    private static ObjectNode retry(String session, JsonNode asked, String action) {
        ObjectNode params = modern(session);
        params.set("requestState", asked.path("requestState"));
        ObjectNode answer = params.putObject("inputResponses").putObject("spending_agreed");
        answer.put("action", action).putObject("content").put("spending_agreed", true);
        return params;
    }

    private static ObjectNode modern(String session) {
        ObjectNode params = JSON.createObjectNode().put("name", "edit_video");
        params.putObject("arguments").put("session_id", session).put("instruction", "add a title");
        ObjectNode meta = params.putObject("_meta").put(PREFIX + "protocolVersion", "2026-07-28");
        meta.putObject(PREFIX + "clientCapabilities").putObject("elicitation");
        return params;
    }

    private static McpSchema.CallToolResult edit(McpSyncClient client, String session) {
        return call(client, "edit_video", Map.of("session_id", session, "instruction", "add a title"));
    }

    private static McpSchema.CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static JsonNode data(McpSchema.CallToolResult result) {
        return JSON.valueToTree(result.structuredContent());
    }

    private McpSyncClient asking(McpClientTransport transport) {
        return McpClient.sync(transport)
                .initializationTimeout(Duration.ofSeconds(60))
                .requestTimeout(Duration.ofSeconds(60))
                .elicitation(form -> {
                    questions.add(form.message());
                    return answers.remove();
                })
                .build();
    }

    private static McpClientTransport http(URI url) {
        return HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
                .jsonMapper(new JacksonMcpJsonMapperSupplier().get())
                .build();
    }

    private Map<String, String> environment() {
        return CloudTools.environment(nemo, folder);
    }
}
