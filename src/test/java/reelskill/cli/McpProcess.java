package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The official client at our server in a process of its own, on the local studio.
 *
 * @param client as it comes from {@link #open}: initialized
 */
record McpProcess(McpSyncClient client) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    static McpProcess open(Path home, Path allowed) {
        ServerParameters server = ServerParameters.builder(System.getProperty("java.home") + "/bin/java")
                .args(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:disable",
                        "-Xlog:all=warning:stderr",
                        "-Dreelskill.root=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "reelskill.cli.Main",
                        "mcp",
                        "--local",
                        "--allow",
                        allowed.toString())
                .env(Map.of("REELSKILL_HOME", home.toString()))
                .build();
        McpSyncClient client = McpClient.sync(
                        new StdioClientTransport(server, new JacksonMcpJsonMapperSupplier().get()))
                .initializationTimeout(Duration.ofSeconds(60))
                .requestTimeout(Duration.ofSeconds(60))
                .build();
        client.initialize();
        return new McpProcess(client);
    }

    /** Calls a tool, and waits for its job as a model does. */
    JsonNode call(String tool, Map<String, Object> arguments) {
        JsonNode data = JSON.valueToTree(raw(tool, arguments).structuredContent());
        while (data.path("status").asText().equals("running")) {
            String job = data.path("job_id").asText();
            data = JSON.valueToTree(raw("wait_for", Map.of("job_id", job)).structuredContent());
        }
        return data;
    }

    McpSchema.CallToolResult raw(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.isError()).as(result.content().toString()).isNotEqualTo(true);
        return result;
    }

    @Override
    public void close() {
        client.close();
    }
}
