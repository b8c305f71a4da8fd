package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** Sources of every kind before a white wall: the wall is white, and the person looks as without it. */
class BackdropSourcesTest {
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final int FRAMES = 24;
    private static final int WHITE = 235;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ten bits | scale=320:180 | yuv420p10le | mp4 | 0 | libx264",
                "full range | scale=320:180:out_range=pc | yuvj420p | mp4 | 0 | libx264",
                "turned | scale=320:180,transpose=cclock | yuv420p | mp4 | 90 | libx264",
                "odd size | scale=321:181 | yuv420p | mkv | 0 | ffv1",
                "no chroma halved | scale=320:180 | yuv444p | mp4 | 0 | libx264",
                "some frames missing | scale=320:180,select='not(eq(mod(n\\,3)\\,1))' | yuv420p | mp4 | 0 | libx264"
            })
    void personLooksAsWithoutTheWall(
            String name, String filter, String format, String container, int turned, String codec) throws IOException {
        Stage stage = new Stage(folder).use("talk", source(filter, format, container, turned, codec));
        MediaSegment filmed = MediaSegment.of("s", 0, FRAMES, "talk", "talk", 3);
        List<byte[]> plain = Stage.frames(stage.rendered(RATE, filmed), 32, 18);
        List<byte[]> made = Stage.frames(stage.rendered(RATE, filmed.with(new Backdrop.Colour(0xFFFFFF))), 32, 18);
        assertThat(made).hasSameSizeAs(plain).hasSize(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            assertThat(made.get(i)[0] & 0xFF).as("frame %s", i).isGreaterThan(WHITE);
            assertThat(made.get(i)[31] & 0xFF).as("frame %s", i).isGreaterThan(WHITE);
            for (int place : new int[] {7 * 32 + 15, 8 * 32 + 16, 13 * 32 + 16, 15 * 32 + 15}) {
                assertThat((made.get(i)[place] & 0xFF) - (plain.get(i)[place] & 0xFF))
                        .as("frame %s, place %s", i, place)
                        .isBetween(-4, 4);
            }
        }
    }

    @Test
    void cancellingEndsEveryChildAndLeavesNothing() throws Exception {
        Stage stage = new Stage(folder).use("talk", source("scale=320:180", "yuv420p", "mp4", 0, "libx264"));
        MediaSegment before = MediaSegment.of("s", 0, 60, "talk", "talk", 0).with(new Backdrop.Colour(0xFFFFFF));
        Timeline timeline = Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(before)));
        Set<Long> others =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
        List<ProcessHandle> children = new ArrayList<>();
        Cancellation cancellation = new Cancellation();
        Path target = folder.resolve("out.mp4");
        assertThatThrownBy(() -> stage.render(
                        timeline,
                        target,
                        share -> {
                            if (share < 0.2 || cancellation.isCancelled()) return;
                            ProcessHandle.current()
                                    .descendants()
                                    .filter(child -> !others.contains(child.pid()))
                                    .forEach(children::add);
                            cancellation.cancel();
                        },
                        cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(children).as("decoder and encoder").hasSizeGreaterThanOrEqualTo(2);
        for (ProcessHandle child : children) child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(target).doesNotExist();
        assertThat(stage.files()).containsExactlyInAnyOrder("talk.mp4", "work");
        try (Stream<Path> chunks = Files.list(stage.chunks())) {
            assertThat(chunks).isEmpty();
        }
    }

    private Path source(String filter, String format, String container, int turned, String codec) throws IOException {
        Path file = folder.resolve("talk." + container);
        Path made = turned == 0 ? file : folder.resolve("lying." + container);
        List<String> arguments = new ArrayList<>(
                List.of("-v", "error", "-y", "-i", "tests-fixtures/media/talk.mp4", "-t", "2.5", "-an"));
        arguments.addAll(List.of("-vf", filter, "-fps_mode", "passthrough", "-pix_fmt", format, "-c:v", codec));
        arguments.add(made.toString());
        Stage.FFMPEG.run(arguments, FfmpegJob.unwatched());
        if (turned == 0) return file;
        Stage.FFMPEG.run(
                List.of(
                        "-v",
                        "error",
                        "-y",
                        "-display_rotation",
                        Integer.toString(-turned),
                        "-i",
                        made.toString(),
                        "-c",
                        "copy",
                        file.toString()),
                FfmpegJob.unwatched());
        Files.delete(made);
        return file;
    }
}
