package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The MCP server in a process of its own, spoken to line by line, so that it can be killed. */
final class ServerProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedReader lines;
    private final Map<Integer, JsonNode> answers = new HashMap<>();
    private int sent;

    ServerProcess(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-Dreelskill.root=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "reelskill.cli.Main",
                "mcp"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        process = builder.start();
        lines = process.inputReader(StandardCharsets.UTF_8);
        answer(send("initialize", JSON.createObjectNode().put("protocolVersion", "2025-11-25")));
    }

    /** Calls a tool and returns the number of the call, without waiting for its answer. */
    int begin(String tool, Map<String, Object> arguments) throws IOException {
        ObjectNode params = JSON.createObjectNode().put("name", tool);
        params.set("arguments", JSON.valueToTree(arguments));
        return send("tools/call", params);
    }

    /** Calls a tool and returns what it told as data. */
    JsonNode call(String tool, Map<String, Object> arguments) throws IOException {
        JsonNode result = answer(begin(tool, arguments)).path("result");
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
        return result.path("structuredContent");
    }

    /** Calls a tool and returns the sentence with which it refused. */
    String refusal(String tool, Map<String, Object> arguments) throws IOException {
        JsonNode result = answer(begin(tool, arguments)).path("result");
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
        return result.path("content").path(0).path("text").asText();
    }

    /** Waits for a job until it has ended. */
    JsonNode outcome(String jobId) throws IOException {
        JsonNode report = call("wait_for", Map.of("job_id", jobId));
        while (report.path("status").asText().equals("running")) report = call("wait_for", Map.of("job_id", jobId));
        return report;
    }

    /** Makes one request and returns its result. */
    JsonNode request(String method, ObjectNode params) throws IOException {
        JsonNode answer = answer(send(method, params));
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
        return answer.path("result");
    }

    private int send(String method, ObjectNode params) throws IOException {
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", ++sent).put("method", method);
        request.set("params", params);
        process.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return sent;
    }

    private JsonNode answer(int id) throws IOException {
        while (!answers.containsKey(id)) {
            String line = lines.readLine();
            assertThat(line).as("the server ended").isNotNull();
            JsonNode message = JSON.readTree(line);
            answers.put(message.path("id").asInt(), message);
        }
        return answers.remove(id);
    }

    /** Ends the process as a crash or the system does: it says nothing and writes nothing more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
