package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.segment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.media.FrameRate;
import reelskill.studio.timeline.MediaSegment;

class FrameExactTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"24000/1001", "25", "30", "30000/1001"})
    void lengthIsTheTimelinesToTheFrame(String text) {
        FrameRate rate = FrameRate.parse(text);
        Stage stage = new Stage(folder).numbered("a.mp4", rate, 5);
        Path file = stage.rendered(rate, segment("a.mp4", 0, 31, 7), segment("a.mp4", 31, 44, 60));
        List<String> facts = Stage.probe(
                file,
                "-count_frames",
                "-show_entries",
                "stream=r_frame_rate,avg_frame_rate,duration_ts,time_base,nb_read_frames");
        VideoClock clock = VideoClock.of(rate);
        String fraction = rate.numerator() + "/" + rate.denominator();
        assertThat(facts)
                .containsExactly(String.join(
                        ",", fraction, fraction, "1/" + clock.timescale(), Long.toString(75 * clock.ticks()), "75"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24000/1001", "25", "30", "30000/1001"})
    void everyFrameOfManyCutsIsTheOneAskedFor(String text) {
        FrameRate rate = FrameRate.parse(text);
        Stage stage = new Stage(folder).numbered("a.mp4", rate, 20, "-pix_fmt", "yuv420p", "-g", "100");
        assertThat(Stage.numbers(stage.rendered(rate, cuts(14).toArray(MediaSegment[]::new))))
                .isEqualTo(numbersOf(cuts(14)));
    }

    @Test
    void piecesMayComeInAnyOrderAndOverlap() {
        Stage stage = new Stage(folder).numbered("a.mp4", Stage.RATE, 20);
        List<MediaSegment> mixed = List.of(
                segment("a.mp4", 0, 9, 400),
                segment("a.mp4", 9, 9, 20),
                segment("a.mp4", 18, 9, 25),
                segment("a.mp4", 27, 9, 20),
                segment("a.mp4", 36, 5, 495));
        assertThat(Stage.numbers(stage.rendered(Stage.RATE, mixed.toArray(MediaSegment[]::new))))
                .isEqualTo(numbersOf(mixed));
    }

    @ParameterizedTest
    @CsvSource({"a.mkv", "a.avi", "a.webm", "a.mov", "a.ts"})
    void containersAgreeOnTheFrames(String name) {
        FrameRate rate = new FrameRate(30000, 1001);
        Stage stage = new Stage(folder).numbered(name, rate, 8);
        List<MediaSegment> cuts =
                List.of(segment(name, 0, 10, 0), segment(name, 10, 10, 101), segment(name, 20, 6, 200));
        assertThat(Stage.numbers(stage.rendered(rate, cuts.toArray(MediaSegment[]::new))))
                .isEqualTo(numbersOf(cuts));
    }

    @Test
    void stampsAreEvenAcrossChunks() {
        FrameRate rate = new FrameRate(24000, 1001);
        Stage stage = new Stage(folder).numbered("a.mp4", rate, 42);
        Path file = stage.rendered(rate, segment("a.mp4", 0, 1000, 3));
        List<String> stamps = Stage.probe(file, "-select_streams", "v", "-show_entries", "packet=pts");
        assertThat(stamps.stream().map(Long::parseLong).sorted())
                .isEqualTo(IntStream.range(0, 1000).mapToObj(i -> i * 1001L).toList());
        assertThat(Stage.numbers(file))
                .isEqualTo(IntStream.range(3, 1003).boxed().toList());
    }

    /** Pieces of 10 frames, 25 apart, the way a cut of pauses looks. */
    private static List<MediaSegment> cuts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> segment("a.mp4", i * 10L, 10, 5 + i * 25L))
                .toList();
    }

    private static List<Integer> numbersOf(List<MediaSegment> segments) {
        List<Integer> numbers = new ArrayList<>();
        segments.forEach(segment ->
                IntStream.range((int) segment.in(), (int) segment.out()).forEach(numbers::add));
        return numbers;
    }
}
