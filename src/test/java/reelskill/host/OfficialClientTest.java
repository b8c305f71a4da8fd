package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The official Java SDK's client talks to our server, on both transports. */
class OfficialClientTest {
    enum Transport {
        STDIO,
        HTTP
    }

    private final CountDownLatch progress = new CountDownLatch(3);

    @ParameterizedTest
    @EnumSource
    void clientUsesAllThatIsOffered(Transport transport) throws Exception {
        try (HttpServer http = HttpServer.start(FixtureServer.offer(new FixtureTools()), HttpSettings.loopback(0));
                McpSyncClient client = client(transport, http.url())) {
            assertThat(client.initialize().protocolVersion()).isEqualTo("2025-11-25");
            assertThat(client.listTools().tools()).extracting("name").contains("echo", "test_elicitation");
            assertThat(said(client, "echo", Map.of("words", "再见 👋"))).isEqualTo("再见 👋");
            assertThat(said(client, "test_elicitation", Map.of("message", "Spend?")))
                    .contains("ada");
            client.callTool(new CallToolRequest("test_tool_with_progress", Map.of(), Map.of("progressToken", "p")));
            assertThat(progress.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(client.getPrompt(GetPromptRequest.builder("test_simple_prompt")
                                    .build())
                            .messages())
                    .hasSize(1);
            assertThat(client.readResource(ReadResourceRequest.builder("skill://fixture-skill/SKILL.md")
                                    .build())
                            .contents())
                    .singleElement()
                    .satisfies(skill ->
                            assertThat(((TextResourceContents) skill).text()).contains("# Fixture skill"));
            client.ping();
        }
    }

    private static String said(McpSyncClient client, String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        return ((TextContent) result.content().get(0)).text();
    }

    private McpSyncClient client(Transport transport, URI url) {
        return McpClient.sync(transport == Transport.HTTP ? http(url) : stdio())
                .initializationTimeout(Duration.ofSeconds(60))
                .requestTimeout(Duration.ofSeconds(30))
                .elicitation(form -> new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("username", "ada")))
                .progressConsumer(notification -> progress.countDown())
                .build();
    }

    private static McpClientTransport http(URI url) {
        return HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
                .jsonMapper(new JacksonMcpJsonMapperSupplier().get())
                .build();
    }

    private static McpClientTransport stdio() {
        ServerParameters server = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args("-cp", System.getProperty("java.class.path"), FixtureServer.class.getName(), "stdio")
                .build();
        return new StdioClientTransport(server, new JacksonMcpJsonMapperSupplier().get());
    }
}
