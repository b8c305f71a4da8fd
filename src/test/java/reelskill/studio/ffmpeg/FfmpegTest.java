package reelskill.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.FfmpegException.Reason;

class FfmpegTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));

    private static final Path UNPACKED = EmbeddedFfmpeg.unpack(
            EmbeddedFfmpeg.platform(System.getProperty("os.name"), System.getProperty("os.arch")),
            Path.of("target", "cache"));

    @TempDir
    Path folder;

    @Test
    void progressRisesToOne() {
        List<Double> shares = new ArrayList<>();
        encode(2, new FfmpegJob(Duration.ofSeconds(2), shares::add, new Cancellation()));
        assertThat(shares).isSorted().last().isEqualTo(1.0);
        assertThat(folder.resolve("out.mp4")).isNotEmptyFile();
    }

    @Test
    void cancelFromTheProgressEndsTheRun() {
        Cancellation cancellation = new Cancellation();
        FfmpegJob job = new FfmpegJob(Duration.ofHours(9), share -> cancellation.cancel(), cancellation);
        assertThatThrownBy(() -> encode(9 * 3600, job)).isInstanceOf(CancellationException.class);
    }

    @Test
    void failureCarriesTheLastLines() {
        FfmpegJob job = FfmpegJob.unwatched();
        assertThatThrownBy(() -> FFMPEG.run(List.of("-i", "no-such.mp4", "-f", "null", "-"), job))
                .isInstanceOfSatisfying(FfmpegException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.FAILED);
                    assertThat(e.lastLines())
                            .anySatisfy(line -> assertThat(line).contains("No such file"));
                });
    }

    @Test
    void damageThatFfmpegPatchesIsCounted() throws IOException {
        Path video = folder.resolve("out.mp4");
        encode(2, FfmpegJob.unwatched());
        List<String> decode = List.of("-i", video.toString(), "-f", "null", "-");
        assertThat(FFMPEG.run(decode, FfmpegJob.unwatched())).isZero();
        byte[] bytes = Files.readAllBytes(video);
        for (int i = 2000; i < bytes.length / 2; i += 50) bytes[i] ^= 0x55;
        Files.write(video, bytes);
        assertThat(FFMPEG.run(decode, FfmpegJob.unwatched())).isPositive();
    }

    @Test
    void rawPipesCarryBytesBothWays() throws IOException {
        byte[] samples = new byte[4800 * 2];
        List<String> gain = List.of("-f", "s16le", "-ar", "48000", "-ac", "1", "-i", "pipe:0", "-f", "s16le", "pipe:1");
        try (FfmpegProcess process = FFMPEG.start(gain)) {
            process.input().write(samples);
            process.input().close();
            assertThat(process.output().readAllBytes()).isEqualTo(samples);
            process.finish();
        }
    }

    @Test
    void probeAnswersJson() {
        encode(1, FfmpegJob.unwatched());
        String file = folder.resolve("out.mp4").toString();
        assertThat(FFMPEG.probe(List.of("-show_format", file))
                        .at("/format/nb_streams")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void overrideMayBeAFolderOrAProgram() throws IOException {
        assertThat(Ffmpeg.locate(Optional.of(UNPACKED), folder).version()).startsWith("ffmpeg version 8.0.1");
        assertThat(Ffmpeg.locate(Optional.of(UNPACKED.resolve("ffmpeg")), folder)
                        .version())
                .contains("8.0.1");
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void wrongOverrideIsNamedInTheSentence() {
        assertThatThrownBy(() -> Ffmpeg.locate(Optional.of(folder), folder))
                .isInstanceOfSatisfying(
                        FfmpegException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_SETTING));
    }

    private void encode(int seconds, FfmpegJob job) {
        String source = "testsrc=s=160x120:r=25:d=" + seconds;
        FFMPEG.run(
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        source,
                        "-y",
                        folder.resolve("out.mp4").toString()),
                job);
    }
}
