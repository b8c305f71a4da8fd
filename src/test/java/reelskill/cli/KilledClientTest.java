package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.Mp4;

/** What a kill leaves behind is finished by the next command, and nothing half written ever has the final name. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path home;
    private Path target;
    private Shell shell;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        target = folder.resolve("out.mp4");
        shell = new Shell(home, home.resolve("cache"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void exportKilledWhileRenderingIsFinishedByTheNextCommand() throws IOException, InterruptedException {
        String wish = "keep the first 4 seconds and make them warmer";
        // A render that is not over before it is killed, however slow this test is.
        Process client = child(StuckFfmpeg.in(folder), "edit", "--local", Shell.TALK, wish, "-o", target);
        try {
            waitFor(client, "Rendering");
        } finally {
            client.destroyForcibly().waitFor();
        }
        assertThat(target).doesNotExist();

        Shell.Result resumed = shell.run("exports", "resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(Mp4.read(target).duration()).isBetween(Duration.ofMillis(3900), Duration.ofMillis(4150));
        assertThat(shell.run("exports", "resume").code()).isEqualTo(ExitCode.QUESTION.value);
    }

    @Test
    void exportKilledBeforeItsDownloadIsNotRenderedAgain() throws IOException {
        assertThat(shell.run("edit", "--local", Shell.TALK, "keep the first 3 seconds", "-o", target)
                        .code())
                .isZero();
        Path render = only(home.resolve("studio/renders"));
        FileTime renderedAt = Files.getLastModifiedTime(render);
        Files.delete(target);
        reopenJournal();

        Shell.Result again = shell.run("export", "-o", target);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(target).exists();
        assertThat(Files.getLastModifiedTime(only(home.resolve("studio/renders"))))
                .isEqualTo(renderedAt);
    }

    /** Puts the journal back to the moment at which the render was done and the download was not. */
    private void reopenJournal() throws IOException {
        Path entry = only(home.resolve("client/exports"));
        ObjectNode export = (ObjectNode) JSON.readTree(entry.toFile());
        JSON.writeValue(entry.toFile(), export.put("status", "DOWNLOADING"));
    }

    private Process child(Map<String, String> ffmpeg, Object... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "reelskill.cli.Main"),
                        Stream.of(arguments).map(String::valueOf))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ffmpeg);
        builder.environment().put("REELSKILL_HOME", home.toString());
        return builder.start();
    }

    private static void waitFor(Process process, String words) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(words)) {
                return;
            }
        }
        throw new AssertionError("never said " + words + ":\n" + seen);
    }

    private static Path only(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
