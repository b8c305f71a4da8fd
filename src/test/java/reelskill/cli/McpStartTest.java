package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host gets its first answers before the program is loaded. */
@Timeout(60)
class McpStartTest {
    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\"}}\n";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\",\"params\":{}}\n";

    @TempDir
    Path folder;

    @Test
    void nothingOfTheProgramIsLoadedBeforeTheToolsAreListed() throws Exception {
        List<String> loaded = loaded(INITIALIZE + LIST);
        // The warm-up, which begins when the list is out, begins with the desk.
        assertThat(loaded).contains("reelskill.cli.Desk");
        assertThat(loaded.subList(0, loaded.indexOf("reelskill.cli.Desk")))
                .contains("reelskill.host.ToolCalls", "reelskill.tools.ToolList")
                .noneMatch(name -> name.startsWith("okhttp3.")
                        || name.startsWith("picocli.")
                        || name.startsWith("org.")
                        || name.startsWith("dev.langchain4j.")
                        || name.startsWith("reelskill.session.")
                        || name.startsWith("reelskill.nemo.")
                        || name.startsWith("reelskill.studio.")
                        || name.endsWith(".ObjectMapper"));
    }

    @Test
    void withoutAListNothingIsWarmedUp() throws Exception {
        assertThat(loaded(INITIALIZE)).contains("reelskill.host.Handshake").doesNotContain("reelskill.cli.Desk");
    }

    private List<String> loaded(String input) throws Exception {
        Path log = folder.resolve("classes.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:disable",
                        "-Xlog:all=warning:stderr",
                        "-Xlog:class+load=info:file=" + log,
                        "-Dreelskill.root=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "reelskill.cli.Main",
                        "mcp",
                        // No account, no network: the cloud would be asked at the first call alone.
                        "--cloud")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("REELSKILL_HOME", folder.resolve("home").toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        Process server = builder.start();
        server.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        server.getOutputStream().flush();
        for (int i = 0; i < input.lines().count(); i++) server.inputReader().readLine();
        awaitWarmUp(input, log);
        server.getOutputStream().close();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return names(log);
    }

    private static void awaitWarmUp(String input, Path log) throws Exception {
        // There is nothing to wait on but the file, and the processor is for the one who writes it.
        while (input.endsWith(LIST) && !names(log).contains("reelskill.cli.Desk")) Thread.sleep(50);
    }

    private static List<String> names(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(line.lastIndexOf(']') + 2, line.indexOf(" source: ")))
                    .toList();
        }
    }
}
