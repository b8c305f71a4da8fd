package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.timeline.Finish;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Look;
import reelskill.studio.timeline.MediaSegment;

class EffectsTest {
    private static final int ROUNDING = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // filmed, brightness, contrast, saturation, warmth, shown
        "808080, 0,   0,    0, 0,    808080",
        "808080, 0.2, 0,    0, 0,    AFAFAF",
        "808080, -0.2, 0,   0, 0,    5C5C5C",
        "F0F0F0, 0.3, 0,    0, 0,    F9F9F9",
        "C0C0C0, 0,   0.5,  0, 0,    D7D7D7",
        "F0F0F0, 0.1, 0.5,  0, 0,    FDFDFD",
        "101010, 0,   0.5,  0, 0,    040404",
        "404040, 0,   -0.5, 0, 0,    5F5F5F",
        "C04040, 0,   0,   -1, 0,    656565",
        "808080, 0,   0,    0, 1,    A08060",
        "808080, 0,   0,    0, -0.5, 708090",
        "000000, 0,   0,    0, 1,    000000",
    })
    void gradeChangesEveryFrame(
            String filmed, double brightness, double contrast, double saturation, double warmth, String shown) {
        Stage stage = new Stage(folder).make("a.mp4", "color=0x%s:s=320x180:r=25:d=1".formatted(filmed));
        MediaSegment segment =
                Stage.segment("a.mp4", 0, 20, 2).with(new Grade(brightness, contrast, saturation, warmth));
        assertThat(Stage.colours(stage.rendered(RATE, segment), 1, 1))
                .hasSize(20)
                .allSatisfy(frame -> assertClose(frame[0], Integer.parseInt(shown, 16)));
    }

    @Test
    void piecesOfOneFileKeepTheirOwnGrades() {
        Stage stage = new Stage(folder).make("a.mp4", "color=0x808080:s=320x180:r=25:d=2");
        MediaSegment filmed = Stage.segment("a.mp4", 0, 20, 0);
        MediaSegment warm = Stage.segment("a.mp4", 20, 20, 20).with(new Grade(0, 0, 0, 1));
        var frames = Stage.colours(stage.rendered(RATE, filmed, warm), 1, 1);
        assertThat(frames).hasSize(40);
        assertClose(frames.get(19)[0], 0x808080);
        assertClose(frames.get(20)[0], 0xA08060);
    }

    private static void assertClose(int actual, int expected) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xFF)
                    .as("of %06x instead of %06x", actual, expected)
                    .isBetween((expected >> shift & 0xFF) - ROUNDING, (expected >> shift & 0xFF) + ROUNDING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // filmed, look, strength, shown
        "C04040, BLACK_AND_WHITE, 1, 636363",
        "808080, SEPIA, 1, 8A7B5F",
        "404040, CINEMATIC, 1, 2B3745",
        "C0C0C0, CINEMATIC, 1, CDC3AC",
        "000000, VINTAGE, 1, 1A171F",
        "808080, SEPIA, 0.5, 857E6F",
    })
    void lookColoursEveryFrame(String filmed, Look.Style style, double strength, String shown) {
        Stage stage = new Stage(folder).make("a.mp4", "color=0x%s:s=320x180:r=25:d=1".formatted(filmed));
        MediaSegment segment = Stage.segment("a.mp4", 0, 10, 2).with(new Look(style, strength));
        assertThat(Stage.colours(stage.rendered(RATE, segment), 1, 1))
                .hasSize(10)
                .allSatisfy(frame -> assertClose(frame[0], Integer.parseInt(shown, 16)));
    }

    @Test
    void vignetteDarkensTheCornersOfWhatIsShownAndNotItsMiddle() {
        Stage stage = new Stage(folder).make("a.mp4", "color=0xC0C0C0:s=320x180:r=25:d=1");
        MediaSegment segment = Stage.segment("a.mp4", 0, 10, 2).with(new Finish(0.5, 0));
        assertThat(Stage.colours(stage.rendered(RATE, segment), 15, 15))
                .hasSize(10)
                .allSatisfy(frame -> {
                    assertClose(frame[7 * 15 + 7], 0xC0C0C0);
                    for (int corner : new int[] {0, 14, 14 * 15, 14 * 15 + 14})
                        assertThat(frame[corner] & 0xFF).isBetween(0x68, 0x88);
                });
    }

    @Test
    void grainIsAnotherOneInEachFrameAndTheSameInEachRender() {
        Stage stage = new Stage(folder).make("a.mp4", "color=0x808080:s=320x180:r=25:d=1");
        MediaSegment segment = Stage.segment("a.mp4", 0, 10, 2).with(new Finish(0, 0.5));
        List<int[]> frames = Stage.colours(stage.rendered(RATE, segment), 320, 180);
        assertThat(frames).hasSize(10);
        assertThat(frames.get(0)).isNotEqualTo(frames.get(1));
        assertThat(spread(frames.get(0))).isBetween(3.0, 12.0);
        assertThat(Stage.colours(stage.rendered(RATE, segment), 320, 180).get(5))
                .isEqualTo(frames.get(5));
    }

    private static double spread(int[] frame) {
        double mean = IntStream.of(frame).map(pixel -> pixel & 0xFF).average().orElseThrow();
        return Math.sqrt(IntStream.of(frame)
                .mapToDouble(pixel -> Math.pow((pixel & 0xFF) - mean, 2))
                .average()
                .orElseThrow());
    }
}
