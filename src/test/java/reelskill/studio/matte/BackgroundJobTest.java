package reelskill.studio.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
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

/** Whole jobs on the project's talk clip, small and short, against its exact alpha. */
class BackgroundJobTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    private static final Networks NETWORKS = new Networks();
    private static final Path TALK = Path.of("tests-fixtures/media/talk.mp4");
    private static final Path ALPHA = Path.of("tests-fixtures/media/talk_alpha.mkv");
    private static final Resolution SIZE = new Resolution(640, 360);
    private static final FrameRate RATE = new FrameRate(30, 1);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        NETWORKS.close();
    }

    @ParameterizedTest
    @CsvSource({"FAST, 12, 0.970, 3.5", "DEFAULT, 24, 0.990, 1.2", "FINE, 4, 0.991, 1.0"})
    void matteIsNearTheTruth(MatteMode mode, int frames, double iou, double mse) throws IOException {
        MatteMetrics metrics = new MatteMetrics(SIZE.width(), SIZE.height());
        byte[] exact = new byte[SIZE.width() * SIZE.height()];
        try (FfmpegProcess truth = FFMPEG.start(truth())) {
            run(talk(frames), new Background.Transparent(), mode, (picture, alpha) -> {
                assertThat(truth.output().readNBytes(exact, 0, exact.length)).isEqualTo(exact.length);
                metrics.add(alpha.orElseThrow(), exact);
            });
        }
        assertThat(metrics.iou()).as(metrics.toString()).isGreaterThan(iou);
        assertThat(metrics.mse()).as(metrics.toString()).isLessThan(mse);
    }

    @Test
    void secondRunInfersNothingAndGivesTheSameFrames() throws IOException {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        Background office = new Background.Room(BuiltInRoom.CLEAN_OFFICE);
        MatteReport made = run(talk(9), office, MatteMode.DEFAULT, (p, a) -> first.add(Arrays.hashCode(p.data())));
        MatteReport kept = run(talk(9), office, MatteMode.DEFAULT, (p, a) -> second.add(Arrays.hashCode(p.data())));
        assertThat(made.inferred()).isBetween(2L, 4L);
        assertThat(kept.inferred()).isZero();
        assertThat(second).hasSize(9).isEqualTo(first);
    }

    @Test
    void colourIsExactlyTheOneNamed() throws IOException {
        byte[][] corner = new byte[1][];
        run(talk(1), new Background.Colour(0x00FF00), MatteMode.FAST, (picture, alpha) -> {
            corner[0] =
                    new byte[] {picture.data()[5], picture.data()[picture.start(1)], picture.data()[picture.start(2)]};
        });
        assertThat(corner[0]).containsExactly((byte) 173, (byte) 42, (byte) 26);
    }

    @Test
    void nobodyIsSaid() throws IOException {
        List<String> nobody = List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=30,scale=323:181",
                "-frames:v",
                "3",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "pipe:1");
        FrameSource source = new FrameSource(
                nobody, new Resolution(323, 181), YuvMatrix.BT601, RATE, List.of(new FrameSource.Span(0, 3)), "nobody");
        MatteReport report = run(source, new Background.Blur(RoomBlur.LIGHT), MatteMode.DEFAULT, (p, a) -> {});
        assertThat(report.isNobody()).isTrue();
        assertThat(report.frames()).isEqualTo(3);
        assertThat(new BackgroundJob(FFMPEG, NETWORKS, folder)
                        .look(source, new Cancellation())
                        .isNobody())
                .isTrue();
    }

    @Test
    void somebodyIsSeen() throws IOException {
        assertThat(new BackgroundJob(FFMPEG, NETWORKS, folder)
                        .look(talk(2), new Cancellation())
                        .isNobody())
                .isFalse();
    }

    @Test
    void backgroundMayMove() throws IOException {
        List<Integer> corners = new ArrayList<>();
        run(
                talk(3),
                new Background.Clip(TALK, Duration.ofSeconds(50), Duration.ofSeconds(20)),
                MatteMode.FAST,
                (p, a) -> corners.add(Arrays.hashCode(p.data())));
        assertThat(corners).hasSize(3);
    }

    @Test
    void cancelledJobEnds() {
        Cancellation cancellation = new Cancellation();
        BackgroundJob job = new BackgroundJob(FFMPEG, NETWORKS, folder);
        FrameSink sink = (picture, alpha) -> cancellation.cancel();
        assertThatThrownBy(() -> job.run(
                        talk(300),
                        new Background.Blur(RoomBlur.LIGHT),
                        MatteMode.FAST,
                        sink,
                        share -> {},
                        cancellation))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void failingSinkEndsTheJobWithItsOwnReason() {
        BackgroundJob job = new BackgroundJob(FFMPEG, NETWORKS, folder);
        FrameSink sink = (picture, alpha) -> {
            throw new IOException("full");
        };
        assertThatThrownBy(() -> job.run(
                        talk(300), new Background.Colour(0), MatteMode.FAST, sink, share -> {}, new Cancellation()))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }

    @Test
    void textIsNoPicture() throws IOException {
        Path text = Files.writeString(folder.resolve("beach.jpg"), "not a picture");
        assertThatThrownBy(() -> run(talk(1), new Background.Picture(text), MatteMode.FAST, (p, a) -> {}))
                .isInstanceOfSatisfying(MatteException.class, e -> assertThat(e.reason())
                        .isEqualTo(MatteException.Reason.PICTURE_UNREADABLE));
    }

    private MatteReport run(FrameSource source, Background background, MatteMode mode, FrameSink sink)
            throws IOException {
        return new BackgroundJob(FFMPEG, NETWORKS, folder)
                .run(source, background, mode, sink, share -> {}, new Cancellation());
    }

    private static FrameSource talk(long frames) {
        return FrameSource.of(TALK, SIZE, YuvMatrix.BT709, RATE, 0, frames, "talk");
    }

    private static List<String> truth() {
        return List.of(
                "-v",
                "error",
                "-i",
                ALPHA.toString(),
                "-vf",
                "scale=640:360:flags=area",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "pipe:1");
    }
}
