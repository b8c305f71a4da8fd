package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a host starts it: a process of its own, with the flags of the launcher. */
class StdioProcessTest {
    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void endOfInputEndsTheProcessAfterTheAnswer() throws Exception {
        Process server = start();
        send(server, call("1", "test_simple_text", "{}"));
        server.getOutputStream().close();
        assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("simple text response")
                .endsWith("}\n");
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
    }

    @Test
    void signalEndsTheProcess() throws Exception {
        Process server = start();
        send(server, request("1", "ping", "{}"));
        assertThat(firstLine(server)).contains("result");
        server.destroy();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatTheJvmSaysNeverReachesTheProtocol() throws Exception {
        // The JVM warns of sizes that do not fit, by default on standard output.
        Process server = start("-XX:+UseSerialGC", "-Xmx64m", "-XX:NewSize=1g");
        send(server, request("1", "ping", "{}"));
        server.getOutputStream().close();
        for (String line : new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n"))
            assertThat(line).startsWith("{\"jsonrpc\"");
    }

    @Test
    void nothingHeavyIsLoadedBeforeTheToolsAreListed() throws Exception {
        Path classes = folder.resolve("classes.log");
        Process server = start("-Xlog:class+load=info:file=" + classes);
        send(server, Conversation.request("1", "initialize", "{\"protocolVersion\":\"2025-11-25\"}"));
        send(server, request("2", "tools/list", "{}"));
        server.getOutputStream().close();
        assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("echo");
        server.waitFor(20, TimeUnit.SECONDS);
        assertThat(loaded(classes))
                .contains("reelskill.host.ToolCalls")
                .noneMatch(name -> name.startsWith("okhttp3.")
                        || name.startsWith("org.eclipse.jetty.")
                        || name.startsWith("org.slf4j.")
                        || name.startsWith("dev.langchain4j.")
                        || name.endsWith(".ObjectMapper")
                        || (name.startsWith("reelskill.") && !name.startsWith("reelskill.host.")));
    }

    private static List<String> loaded(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(line.lastIndexOf(']') + 2, line.indexOf(" source: ")))
                    .toList();
        }
    }

    private Process start(String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FixtureServer.class.getName(), "stdio"));
        Process server = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        started.add(server);
        return server;
    }

    private static void send(Process server, String line) throws IOException {
        server.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        server.getOutputStream().flush();
    }

    private static String firstLine(Process server) throws IOException {
        BufferedReader reader = server.inputReader();
        return String.valueOf(reader.readLine());
    }
}
