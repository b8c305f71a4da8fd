package reelskill.studio.matte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.bench.MatteMetrics;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** The cut-out of the talk clip, moved over plain walls: where it is in each frame is known exactly. */
class WalkTest {
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    private static final Networks NETWORKS = new Networks();
    private static final Resolution SIZE = new Resolution(640, 360);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        NETWORKS.close();
    }

    @Test
    void whoLeavesIsGoneAndWhoComesBackIsThereAgain() throws IOException {
        String away = "if(lt(n,8),0,if(lt(n,14),(n-7)*105,if(lt(n,22),640,if(lt(n,28),(28-n)*105,0))))";
        List<Double> errors = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        MatteReport report = watch(away, "color=0x6080a0", 34, errors, shares);
        assertThat(shares.subList(15, 21)).allSatisfy(share -> assertThat(share).isLessThan(0.002));
        assertThat(shares.subList(30, 34)).allSatisfy(share -> assertThat(share).isGreaterThan(0.1));
        assertThat(errors.subList(0, 7)).allSatisfy(iou -> assertThat(iou).isGreaterThan(0.95));
        assertThat(errors.subList(29, 34)).allSatisfy(iou -> assertThat(iou).isGreaterThan(0.95));
        assertThat(report.framesWithPerson()).isBetween(20L, 28L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0xb0c0d0", "0x203040"})
    void nothingOfOneShotIsSeenInTheNext(String second) throws IOException {
        List<Double> errors = new ArrayList<>();
        String walls = "color=0x203040:s=640x360:r=30,drawbox=c=" + second + ":t=fill:enable='gte(n,7)'";
        watch("if(lt(n,8),-120,120)", walls, 14, errors, new ArrayList<>());
        assertThat(errors).hasSize(14).allSatisfy(iou -> assertThat(iou).isGreaterThan(0.95));
    }

    /** Runs the job on a cut-out that is {@code x} pixels off its place, an expression of the frame {@code n}. */
    private MatteReport watch(String x, String wall, int frames, List<Double> ious, List<Double> shares)
            throws IOException {
        String room = wall.contains(":r=") ? wall : wall + ":s=640x360:r=30";
        List<String> film = moved(
                x, room, "[0]scale=640:360[p];[1]scale=640:360,format=gray[a];[p][a]alphamerge[m]", "yuv420p", frames);
        List<String> exact = moved(
                x,
                "color=black:s=640x360:r=30",
                "[0]nullsink;[1]scale=640:360:flags=area,format=gray[m]",
                "gray",
                frames);
        FrameSource source = new FrameSource(
                film, SIZE, YuvMatrix.BT601, new FrameRate(30, 1), List.of(new FrameSource.Span(0, frames)), "walk");
        byte[] truth = new byte[SIZE.width() * SIZE.height()];
        try (FfmpegProcess process = FFMPEG.start(exact)) {
            return new BackgroundJob(FFMPEG, NETWORKS, folder)
                    .run(
                            source,
                            new Background.Transparent(),
                            MatteMode.DEFAULT,
                            (picture, alpha) -> {
                                process.output().readNBytes(truth, 0, truth.length);
                                MatteMetrics metrics = new MatteMetrics(SIZE.width(), SIZE.height());
                                metrics.add(alpha.orElseThrow(), truth);
                                ious.add(metrics.iou());
                                shares.add(share(alpha.orElseThrow()));
                            },
                            done -> {},
                            new Cancellation());
        }
    }

    private static double share(byte[] alpha) {
        int count = 0;
        for (byte value : alpha) if ((value & 255) >= 128) count++;
        return (double) count / alpha.length;
    }

    private static List<String> moved(String x, String room, String person, String format, int frames) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(List.of("-i", "tests-fixtures/media/talk.mp4", "-i", "tests-fixtures/media/talk_alpha.mkv"));
        String graph =
                person + ";" + room + "[r];[r][m]overlay=x='" + x + "':y=0:format=auto,format=" + format + "[out]";
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[out]", "-frames:v", Integer.toString(frames)));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", format, "pipe:1"));
        return arguments;
    }
}
