package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;

/**
 * Whole conversations, word for word. A transcript is its own script: the lines behind {@code ›} are said, and all of it
 * must come out again. {@code -Dgolden.update=true} writes it anew.
 */
class TranscriptTest {
    private static final Path TRANSCRIPTS = Path.of("src", "test", "resources", "transcripts");
    private static final Path CACHE = Path.of("target", "cache");
    private static final String PROMPT = "› ";

    @TempDir
    static Path shared;

    @TempDir
    Path home;

    @TempDir
    Path folder;

    /** Of different lengths, because the studio knows a file again by its content. */
    @BeforeAll
    static void cutClips() throws IOException {
        cut("8", shared.resolve("talk.mp4"));
        Path dragged = Files.createDirectories(shared.resolve("素材 2026"));
        cut("4", dragged.resolve("我的 视频.mp4"));
        cut("3", dragged.resolve("it's (1).mp4"));
    }

    private static void cut(String seconds, Path clip) {
        List<String> arguments =
                List.of("-nostdin", "-y", "-i", Shell.TALK.toString(), "-t", seconds, "-s", "320x180", clip.toString());
        Ffmpeg.locate(Optional.empty(), CACHE).run(arguments, FfmpegJob.unwatched());
    }

    /** A folder as a person has it before them: a conversation leaves its results there. */
    @BeforeEach
    void linkClips() throws IOException {
        Files.copy(shared.resolve("talk.mp4"), folder.resolve("talk.mp4"));
        Path dragged = Files.createDirectories(folder.resolve("素材 2026"));
        for (String name : List.of("我的 视频.mp4", "it's (1).mp4")) {
            Files.copy(shared.resolve("素材 2026").resolve(name), dragged.resolve(name));
        }
    }

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("cloud-")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void conversationIsTheSameEveryTime(Path transcript) throws IOException {
        String name = transcript.getFileName().toString();
        Map<String, String> environment = Map.of(
                "LANG",
                name.endsWith(".zh.txt") ? "zh_CN.UTF-8" : "en_US.UTF-8",
                "HOME",
                folder.resolve("素材 2026").toString());
        compare(transcript, new Shell(home, CACHE, environment), "--local");
    }

    @Test
    void conversationWithACloudThatSaysHostileThingsStaysOurs() throws IOException {
        try (HostileCloud cloud = new HostileCloud()) {
            compare(
                    TRANSCRIPTS.resolve("cloud-hostile.txt"),
                    new Shell(home, CACHE, Map.of("NEMO_API_URL", cloud.url(), "LANG", "en")),
                    "--cloud");
            assertThat(cloud.spent()).isEqualTo(1);
        }
    }

    private void compare(Path transcript, Shell shell, String backend) throws IOException {
        String expected = Files.readString(transcript);
        Path script = folder.resolve("script.txt");
        Files.writeString(
                script,
                expected.lines()
                        .filter(line -> line.startsWith(PROMPT))
                        .map(line -> line.substring(PROMPT.length()))
                        .collect(Collectors.joining("\n")));
        Shell.Result result = shell.run("chat", backend, "--script", script);
        assertThat(result.code()).as(result.err()).isZero();
        if (Boolean.getBoolean("golden.update")) Files.writeString(transcript, result.out());
        assertThat(result.out()).isEqualTo(Files.readString(transcript));
        assertThat(result.err()).isEmpty();
    }
}
