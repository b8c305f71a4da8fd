package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Bars;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Fitting.How;
import reelskill.studio.timeline.Fitting.Spot;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

class FittingTest {
    /** As bright as far to the right: what is cut out can be told from its light. */
    private static final String SLOPE = "color=s=320x180:r=25:d=4,geq=lum='16+219*X/319':cb=128:cr=128,setsar=1";

    private static final Resolution UPRIGHT = new Resolution(102, 180);
    private static final int BLACK = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"BARS, true, 128", "FILL, false, 128"})
    void pictureOfAnotherShapeIsShownBeforeBlackOrCut(How how, boolean black, int middle) {
        Stage stage = new Stage(folder).make("a.mp4", SLOPE);
        List<byte[]> frames = upright(stage, Stage.segment("a.mp4", 0, 5, 0).with(Fitting.of(how)), 3, 9);
        assertThat(frames).hasSize(5).allSatisfy(frame -> {
            assertThat((frame[1] & 255) < BLACK).isEqualTo(black);
            assertThat((frame[25] & 255) < BLACK).isEqualTo(black);
            assertThat(frame[13] & 255).isBetween(middle - 8, middle + 8);
        });
    }

    @Test
    void followedSubjectIsInTheMiddleAndCutsJump() {
        Stage stage = new Stage(folder).make("a.mp4", SLOPE);
        Fitting way =
                new Fitting(How.FOLLOW, List.of(spot(0, 0.3, false), spot(1000, 0.7, false), spot(2000, 0.25, true)));
        List<Integer> seen = middles(stage, Stage.segment("a.mp4", 0, 75, 0).with(way));
        assertThat(seen.get(0)).isBetween(72, 80);
        assertThat(seen.get(12)).isBetween(121, 131);
        assertThat(seen.subList(26, 50)).allSatisfy(light -> assertThat(light).isBetween(174, 183));
        assertThat(seen.subList(50, 75)).allSatisfy(light -> assertThat(light).isBetween(60, 68));
    }

    /** The way is that of the media's time: it holds behind a cut, at another pace, and in a turned picture. */
    @Test
    void wayBelongsToTheMedia() {
        Stage stage = new Stage(folder).make("a.mp4", SLOPE);
        Fitting way = new Fitting(How.FOLLOW, List.of(spot(0, 0.3, false), spot(2000, 0.7, true)));
        MediaSegment clip = Stage.segment("a.mp4", 0, 20, 40).with(way);
        assertThat(jump(middles(stage, clip))).isEqualTo(10);
        assertThat(jump(middles(
                        stage, Stage.segment("a.mp4", 0, 20, 15).with(way).with(new Pace.Speed(2)))))
                .isEqualTo(10);
        assertThat(middles(stage, clip.with(new Framing(0, true, Box.WHOLE))).get(0))
                .isBetween(72, 80);
        assertThat(middles(stage, clip.with(new Pace.Freeze(70))).get(0)).isBetween(174, 183);
        assertThat(middles(stage, Stage.segment("a.mp4", 0, 20, 0).with(way).with(new Pace.Backwards(1, 60)))
                        .get(0))
                .isBetween(174, 183);
        assertThat(jump(middles(
                        stage, Stage.segment("a.mp4", 0, 20, 0).with(way).with(new Pace.Backwards(1, 60)))))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"2.39, true, false", "1, false, true"})
    void barsLeaveAWindowOfTheirShape(double ratio, boolean above, boolean beside) {
        Stage stage = new Stage(folder).make("a.mp4", "color=0xFFFFFF:s=320x180:r=25:d=1");
        MediaSegment clip = Stage.segment("a.mp4", 0, 3, 0).with(new Bars(ratio));
        assertThat(Stage.frames(stage.rendered(RATE, clip), 32, 18)).hasSize(3).allSatisfy(frame -> {
            assertThat((frame[16] & 255) < BLACK).isEqualTo(above);
            assertThat((frame[17 * 32 + 16] & 255) < BLACK).isEqualTo(above);
            assertThat((frame[9 * 32] & 255) < BLACK).isEqualTo(beside);
            assertThat((frame[9 * 32 + 31] & 255) < BLACK).isEqualTo(beside);
            assertThat(frame[9 * 32 + 16] & 255).isGreaterThan(250);
        });
    }

    private static Spot spot(long millis, double x, boolean jumps) {
        return new Spot(millis, x, 0.5, jumps);
    }

    private static int jump(List<Integer> seen) {
        for (int i = 1; i < seen.size(); i++) if (Math.abs(seen.get(i) - seen.get(i - 1)) > 40) return i;
        return -1;
    }

    private List<Integer> middles(Stage stage, MediaSegment clip) {
        return upright(stage, clip, 1, 1).stream().map(frame -> frame[0] & 255).toList();
    }

    private List<byte[]> upright(Stage stage, MediaSegment clip, int width, int height) {
        var timeline =
                Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(clip))).withCanvas(UPRIGHT);
        return Stage.frames(stage.rendered(timeline), width, height);
    }
}
