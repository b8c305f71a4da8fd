package reelskill.studio.matte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.bench.MatteMetrics;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** People before a screen of cloth: unevenly lit, noisy, coded as cameras do. */
class ScreenTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    private static final String TALK = "tests-fixtures/media/talk.mp4";
    private static final String ALPHA = "tests-fixtures/media/talk_alpha.mkv";
    private static final Resolution SIZE = new Resolution(640, 360);
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final int FRAMES = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0x3f9c4c", "0x2048c0"})
    void personIsCutOutOfAnUnevenScreenByItsColour(String colour) throws IOException {
        Path clip = filmed(colour);
        Screen screen = Screen.in(first(clip), YuvMatrix.BT709).orElseThrow();
        MatteMetrics metrics = new MatteMetrics(SIZE.width(), SIZE.height());
        byte[] exact = new byte[SIZE.width() * SIZE.height()];
        List<Integer> spill = new ArrayList<>();
        try (FfmpegProcess truth = FFMPEG.start(truth());
                Networks none = new Networks()) {
            new BackgroundJob(FFMPEG, none, folder)
                    .run(
                            source(clip),
                            new Background.Transparent(),
                            screen,
                            (picture, alpha) -> {
                                assertThat(truth.output().readNBytes(exact, 0, exact.length))
                                        .isEqualTo(exact.length);
                                metrics.add(alpha.orElseThrow(), exact);
                                spill.add(spill(picture, screen));
                            },
                            share -> {},
                            new Cancellation());
        }
        assertThat(metrics.iou()).as(metrics.toString()).isGreaterThan(0.99);
        assertThat(metrics.mse()).as(metrics.toString()).isLessThan(1.2);
        assertThat(spill).hasSize(FRAMES).allMatch(most -> most < 12);
    }

    @ParameterizedTest
    @CsvSource({
        "color=0x3f9c4c, true",
        "color=0x00b140, true",
        "color=0x0047bb, true",
        "color=0x50e6a0, false",
        "color=0x96c8f0, false",
        "color=0x808080, false",
        "testsrc2, false"
    })
    void onlyStrongGreensAndBluesAllAroundAreScreens(String lavfi, boolean isScreen) throws IOException {
        String frame = lavfi + (lavfi.startsWith("color") ? ":" : "=") + "s=640x360:r=30:d=1";
        assertThat(Screen.in(decoded(List.of("-f", "lavfi", "-i", frame)), YuvMatrix.BT709))
                .matches(found -> found.isPresent() == isScreen);
    }

    @Test
    void roughGreenIsALawn() throws IOException {
        String lawn = "color=0x3f9c4c:s=80x45:r=30:d=1,noise=alls=90:allf=t:c0_flags=t,scale=640:360:flags=neighbor";
        assertThat(Screen.in(decoded(List.of("-f", "lavfi", "-i", lawn)), YuvMatrix.BT709))
                .isEmpty();
    }

    @Test
    void talkIsBeforeNoScreen() throws IOException {
        assertThat(Screen.in(decoded(List.of("-i", TALK)), YuvMatrix.BT709)).isEmpty();
    }

    /** Returns how much of the screen's colour is left in any place that is surely the person's. */
    private static int spill(YuvPicture picture, Screen screen) {
        byte[] data = picture.data();
        boolean green = (screen.rgb() >> 8 & 255) > (screen.rgb() & 255);
        int most = 0;
        for (int y = picture.chromaHeight() / 2; y < picture.chromaHeight(); y++) {
            int i = y * picture.chromaWidth() + picture.chromaWidth() / 2;
            int u = (data[picture.start(1) + i] & 255) - 128;
            int v = (data[picture.start(2) + i] & 255) - 128;
            most = Math.max(most, green ? Math.min(-u, -v) : u - Math.abs(v));
        }
        return most;
    }

    private Path filmed(String colour) {
        Path clip = folder.resolve("screen.mp4");
        String cloth = "color=" + colour + ":s=640x360:r=30:d=1,vignette=PI/8,noise=alls=6:allf=t";
        String graph = "[1]scale=640:360[p];[2]scale=640:360,format=gray[a];[p][a]alphamerge[c];[0][c]overlay,"
                + "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p";
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "lavfi", "-i", cloth));
        arguments.addAll(List.of("-i", TALK, "-i", ALPHA, "-filter_complex", graph));
        arguments.addAll(List.of("-frames:v", Integer.toString(FRAMES), "-c:v", "libx264", "-crf", "21"));
        arguments.addAll(List.of("-colorspace", "bt709", "-color_range", "tv", clip.toString()));
        try (FfmpegProcess process = FFMPEG.start(arguments)) {
            process.finish();
        }
        return clip;
    }

    private static FrameSource source(Path clip) {
        return FrameSource.of(clip, SIZE, YuvMatrix.BT709, RATE, 0, FRAMES, "screen");
    }

    private static List<String> truth() {
        return List.of(
                "-v",
                "error",
                "-i",
                ALPHA,
                "-frames:v",
                "6",
                "-vf",
                "scale=640:360:flags=area",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "pipe:1");
    }

    private static YuvPicture first(Path clip) throws IOException {
        return decoded(List.of("-i", clip.toString()));
    }

    private static YuvPicture decoded(List<String> input) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(input);
        arguments.addAll(List.of("-frames:v", "1", "-vf", "scale=640:360:out_color_matrix=bt709:out_range=tv"));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        YuvPicture picture = new YuvPicture(SIZE);
        try (FfmpegProcess process = FFMPEG.start(arguments)) {
            process.output().readNBytes(picture.data(), 0, picture.data().length);
            process.finish();
        }
        return picture;
    }
}
