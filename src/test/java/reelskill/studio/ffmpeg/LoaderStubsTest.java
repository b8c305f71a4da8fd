package reelskill.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.FfmpegException.Reason;

/**
 * A machine without the libraries, on any machine: in a copy of the real libavdevice their names are changed into names
 * that nobody has, and the real stubs are handed out under those.
 */
@EnabledOnOs(OS.LINUX)
class LoaderStubsTest {
    private static final String PLATFORM =
            EmbeddedFfmpeg.platform(System.getProperty("os.name"), System.getProperty("os.arch"));

    @TempDir
    Path folder;

    private Programs programs;

    @BeforeEach
    void takeTheLibrariesAway() throws IOException {
        Path whole = EmbeddedFfmpeg.unpack(PLATFORM, Path.of("target", "cache")).toAbsolutePath();
        String device = Files.readString(whole.resolve("libavdevice.so.62"), StandardCharsets.ISO_8859_1);
        String lacking = device.replaceAll("lib(xcb|asound|pulse)", "no-$1");
        Files.writeString(folder.resolve("libavdevice.so.62"), lacking, StandardCharsets.ISO_8859_1);
        programs = Programs.in(whole, List.of(folder, whole, folder.resolve("stubs")));
    }

    @Test
    void withoutStubsFfmpegDoesNotStart() {
        assertThatThrownBy(() -> Ffmpeg.of(programs, Reason.CANNOT_START))
                .hasStackTraceContaining("error while loading shared libraries");
    }

    @Test
    void withStubsItEncodes() {
        var ours = LoaderStubs.of(PLATFORM);
        var stubs = new LoaderStubs(folder.resolve("stubs"), name -> ours.apply(name.replace("no-", "lib")));
        Ffmpeg ffmpeg = stubs.supply(() -> Ffmpeg.of(programs, Reason.CANNOT_START));
        Path video = folder.resolve("out.mp4");
        ffmpeg.run(List.of("-f", "lavfi", "-i", "testsrc=s=64x64:d=0.2", video.toString()), FfmpegJob.unwatched());
        assertThat(video).isNotEmptyFile();
        assertThat(folder.resolve("stubs")).isDirectoryContaining("glob:**no-pulse.so.0");
    }

    @Test
    void libraryWithoutAStubIsReported() {
        LoaderStubs none = new LoaderStubs(folder.resolve("stubs"), library -> Optional.empty());
        assertThatThrownBy(() -> none.supply(() -> Ffmpeg.of(programs, Reason.CANNOT_START)))
                .isInstanceOfSatisfying(
                        FfmpegException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CANNOT_START));
    }
}
