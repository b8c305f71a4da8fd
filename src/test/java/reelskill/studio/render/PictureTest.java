package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static reelskill.studio.render.Stage.RATE;
import static reelskill.studio.render.Stage.segment;
import static reelskill.studio.render.Stage.timeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

class PictureTest {
    private static final String GREY = "color=0x%1$s%1$s%1$s:s=320x180:r=25:d=%2$s";

    @TempDir
    Path folder;

    @Test
    void crossfadeIsTheMeanOfBothAtTheCut() {
        Stage stage = new Stage(folder).make("a.mp4", GREY.formatted("20", 6)).make("b.mp4", GREY.formatted("C0", 6));
        List<Integer> luma = Stage.luma(
                stage.rendered(RATE, segment("a.mp4", 0, 50, 25), after(Transition.Kind.CROSSFADE, 20, 50, 50, 25)));
        assertThat(luma).hasSize(100);
        assertThat(luma.get(40)).isBetween(0x1C, 0x24);
        assertThat(luma.get(50)).isBetween(0x6C, 0x74);
        assertThat(luma.get(60)).isBetween(0xBC, 0xC4);
    }

    @ParameterizedTest
    @EnumSource(value = Transition.Kind.class, names = "CUT", mode = EnumSource.Mode.EXCLUDE)
    void transitionNeverChangesTheLengthNorTheFramesBeside(Transition.Kind kind) {
        Stage stage = new Stage(folder).make("a.mp4", GREY.formatted("20", 3)).make("b.mp4", GREY.formatted("C0", 3));
        List<Integer> luma = Stage.luma(stage.rendered(RATE, segment("a.mp4", 0, 20, 0), after(kind, 11, 20, 20, 20)));
        assertThat(luma).hasSize(40);
        assertThat(luma.get(14)).isBetween(0x1C, 0x24);
        assertThat(luma.get(26)).isBetween(0xBC, 0xC4);
    }

    @Test
    void missingHandlesHoldTheEdgeFrame() {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 2).make("b.mp4", GREY.formatted("00", 2));
        List<Integer> numbers = Stage.numbers(
                stage.rendered(RATE, segment("a.mp4", 0, 40, 10), after(Transition.Kind.WIPE_RIGHT, 10, 40, 20, 0)));
        assertThat(numbers).hasSize(60).startsWith(10, 11, 12).endsWith(0, 0, 0);
    }

    @Test
    void fadeInStartsBlackAndFadeOutEndsDark() {
        Stage stage = new Stage(folder).make("a.mp4", GREY.formatted("C0", 4));
        MediaSegment faded = MediaSegment.of("s", 0, 75, "a.mp4", "a", 5).withFades(25, 25);
        List<Integer> luma = Stage.luma(stage.rendered(RATE, faded));
        assertThat(luma.get(0)).isLessThan(3);
        assertThat(luma.get(12)).isBetween(0x50, 0x70);
        assertThat(luma.get(25)).isBetween(0xBC, 0xC4);
        assertThat(luma.get(49)).isBetween(0xBC, 0xC4);
        assertThat(luma.get(74)).isLessThan(12);
    }

    @Test
    void titleIsThereInItsTimeAndAtNoOther() {
        Stage stage = new Stage(folder).make("a.mp4", GREY.formatted("10", 4));
        TextSegment title = new TextSegment("t", 10, 50, "每周更新", TextStyle.TITLE, 10);
        List<Integer> brightest = brightest(stage.rendered(timeline(
                RATE,
                new Track(TrackKind.VIDEO, List.of(segment("a.mp4", 0, 75, 0))),
                new Track(TrackKind.TEXT, List.of(title)))));
        assertThat(brightest.subList(0, 11)).allMatch(value -> value < 30);
        assertThat(brightest.get(15)).isBetween(60, 200);
        assertThat(brightest.subList(20, 50)).allMatch(value -> value > 150);
        assertThat(brightest.get(55)).isBetween(40, 200);
        assertThat(brightest.subList(60, 75)).allMatch(value -> value < 30);
    }

    @Test
    void titleRunsOnOverChunks() {
        Stage stage = new Stage(folder).make("a.mp4", GREY.formatted("10", 50).replace("320x180", "64x36"));
        TextSegment title = new TextSegment("t", 400, 500, "Hello", TextStyle.TITLE, 110);
        Timeline timeline = timeline(
                RATE,
                new Track(TrackKind.VIDEO, List.of(segment("a.mp4", 0, 1200, 0))),
                new Track(TrackKind.TEXT, List.of(title)));
        assertThat(RenderPlan.of(timeline).chunks().stream().map(Chunk::length))
                .containsExactly(400L, 100L, 400L, 100L, 200L);
        List<Integer> brightest = brightest(stage.rendered(timeline));
        assertThat(brightest.get(400)).isLessThan(30);
        assertThat(brightest.get(499)).isCloseTo(brightest.get(501), offset(12));
        assertThat(brightest.subList(511, 789)).allMatch(value -> value > 150);
        assertThat(brightest.get(900)).isLessThan(30);
    }

    @Test
    void upperTrackCoversTheLowerAndGapsShowIt() {
        Stage stage = new Stage(folder).make("a.mp4", GREY.formatted("20", 3)).make("b.mp4", GREY.formatted("C0", 3));
        List<Integer> luma = Stage.luma(stage.rendered(timeline(
                RATE,
                new Track(TrackKind.VIDEO, List.of(segment("a.mp4", 0, 50, 0))),
                new Track(TrackKind.VIDEO, List.of(segment("b.mp4", 20, 10, 0))))));
        assertThat(luma).hasSize(50);
        assertThat(luma.subList(20, 30)).allMatch(value -> value > 0xBA);
        assertThat(luma.subList(0, 20)).allMatch(value -> value < 0x26);
        assertThat(luma.subList(30, 50)).allMatch(value -> value < 0x26);
    }

    @ParameterizedTest
    @CsvSource({
        "ten.mkv, 320:180, yuv422p10le, ffv1",
        "full.mkv, 320:180, yuvj420p, mjpeg",
        "odd.mkv, 321:181, yuv444p, ffv1",
        "rgb.mkv, 320:180, gbrp, ffv1"
    })
    void unusualPixelsBecomePlayable(String name, String size, String pixels, String codec) {
        Stage stage = new Stage(folder)
                .make(name, Stage.NUMBERED.formatted(RATE, 2, size), "-pix_fmt", pixels, "-c:v", codec, "-q:v", "2");
        Path file = stage.rendered(RATE, segment(name, 0, 20, 13));
        assertThat(Stage.numbers(file)).isEqualTo(range(13, 33));
        assertThat(Stage.probe(
                        file,
                        "-show_entries",
                        "stream=profile,width,height,sample_aspect_ratio,pix_fmt,color_range,color_space"))
                .containsExactly("High,320,180,1:1,yuv420p,tv,smpte170m");
        assertThat(Stage.frames(file, 20, 1).get(18)[1] & 0xFF)
                .as("white stays white")
                .isGreaterThan(245);
    }

    @Test
    void unevenFramesAreShownWhenTheyWereShown() {
        FrameRate rate = new FrameRate(30, 1);
        String dropping =
                Stage.NUMBERED.formatted(rate, 8, "320:180") + ",select='lt(n,20)+not(mod(n,7))*lt(n,120)+gt(n,170)'";
        Stage stage = new Stage(folder).make("a.mp4", dropping, "-fps_mode", "vfr", "-pix_fmt", "yuv420p", "-g", "30");
        Path file = stage.rendered(rate, segment("a.mp4", 0, 60, 5), segment("a.mp4", 60, 30, 145));
        List<Integer> shown = new ArrayList<>();
        IntStream.concat(IntStream.range(5, 65), IntStream.range(145, 175))
                .map(PictureTest::lastKept)
                .forEach(shown::add);
        assertThat(Stage.numbers(file)).isEqualTo(shown);
    }

    private static int lastKept(int frame) {
        return IntStream.iterate(frame, n -> n - 1)
                .filter(n -> n < 20 || (n % 7 == 0 && n < 120) || n > 170)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rotatedPictureStandsUpright() {
        Stage stage =
                new Stage(folder).make("flat.mp4", "color=black:s=320x180:r=25:d=2,drawbox=0:0:160:180:white:fill");
        Path turned = folder.resolve("turned.mp4");
        Stage.FFMPEG.run(
                List.of(
                        "-display_rotation",
                        "90",
                        "-i",
                        folder.resolve("flat.mp4").toString(),
                        "-c",
                        "copy",
                        turned.toString()),
                FfmpegJob.unwatched());
        Timeline upright = new Timeline(
                "t",
                RATE,
                new Resolution(180, 320),
                List.of(new Track(TrackKind.VIDEO, List.of(segment("turned.mp4", 0, 10, 0)))));
        byte[] halves = Stage.frames(stage.use("turned.mp4", turned).rendered(upright), 1, 2)
                .get(5);
        assertThat(halves[0] & 0xFF).isLessThan(10);
        assertThat(halves[1] & 0xFF).isGreaterThan(245);
    }

    @Test
    void otherShapeIsShownWholeBeforeItsBlur() {
        Stage stage = new Stage(folder).make("a.mp4", GREY.formatted("C0", 2));
        Timeline square = new Timeline(
                "t",
                RATE,
                new Resolution(180, 180),
                List.of(new Track(TrackKind.VIDEO, List.of(segment("a.mp4", 0, 10, 0)))));
        byte[] rows = Stage.frames(stage.rendered(square), 1, 9).get(5);
        assertThat(rows[4] & 0xFF).isBetween(0xBC, 0xC4);
        assertThat(rows[0] & 0xFF).isBetween(0x60, 0x90);
        assertThat(rows[8] & 0xFF).isBetween(0x60, 0x90);
    }

    @Test
    void stillPictureStandsAtSlowRatesToo() {
        Stage stage = new Stage(folder)
                .make("a.png", "color=white:s=320x180", "-frames:v", "1", "-pix_fmt", "rgb24")
                .make("b.mp4", "color=black:s=320x180:r=8:d=3");
        Path file = stage.rendered(new FrameRate(8, 1), segment("a.png", 0, 16, 0), segment("b.mp4", 16, 8, 0));
        assertThat(Stage.luma(file)).hasSize(24).startsWith(255, 255).endsWith(0);
    }

    @Test
    void stillIsHeldAndAnimationPlays() {
        Stage stage = new Stage(folder)
                .make("a.png", "color=white:s=200x200", "-frames:v", "1", "-pix_fmt", "rgb24")
                .numbered("b.gif", new FrameRate(10, 1), 2, "-pix_fmt", "gray");
        Path file = stage.rendered(RATE, segment("a.png", 0, 40, 0), segment("b.gif", 40, 25, 0));
        assertThat(Stage.luma(file).subList(0, 40)).allMatch(value -> value > 150);
        assertThat(Stage.numbers(file).subList(40, 65))
                .contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
                .isSorted();
    }

    private static MediaSegment after(Transition.Kind kind, long frames, long start, long duration, long in) {
        return MediaSegment.of("b", start, duration, "b.mp4", "b", in).withTransition(new Transition(kind, frames));
    }

    private static List<Integer> brightest(Path file) {
        return Stage.frames(file, 80, 45).stream()
                .map(frame -> IntStream.range(0, frame.length)
                        .map(i -> frame[i] & 0xFF)
                        .max()
                        .orElseThrow())
                .toList();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
