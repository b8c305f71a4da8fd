package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Placement.Inset;
import reelskill.studio.timeline.Placement.Outline;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** The story is grey, the logo red, the camera blue and then green. Frames are looked at as 32 by 18 points. */
class InsetTest {
    private static final String GREY = "color=0x808080:s=320x180:r=25:d=8";
    private static final String CAMERA = "color=blue:s=160x90:r=25:d=2[a];color=lime:s=160x90:r=25:d=2[b];[a][b]concat";
    private static final String LOGO = "color=red:s=64x64:r=1:d=1";

    @TempDir
    Path folder;

    @Test
    void logoStandsInItsCornerAtItsTimeAndNowhereElse() {
        Timeline timeline = story(40).insets().with(logo(10, 20, new Inset(1, 0, 0.15, 1, Outline.NONE)));
        List<int[]> frames = seen(timeline);
        assertThat(frames).hasSize(40);
        assertThat(at(frames.get(9), 29, 1)).isEqualTo('.');
        assertThat(at(frames.get(10), 29, 1)).isEqualTo('R');
        assertThat(at(frames.get(29), 28, 2)).isEqualTo('R');
        assertThat(at(frames.get(30), 29, 1)).isEqualTo('.');
        assertThat(count(frames.get(20), 'R')).isBetween(9L, 16L);
        assertThat(at(frames.get(20), 31, 0)).as("outside the safe area").isEqualTo('.');
        assertThat(seen(timeline.insets().changed(inset -> java.util.Optional.empty())))
                .allSatisfy(frame -> assertThat(count(frame, 'R')).isZero());
    }

    @Test
    void halfOpacityMixesTheLogoWithWhatIsBelow() {
        Timeline timeline = story(5).insets().with(logo(0, 5, new Inset(0, 0, 0.3, 0.5, Outline.NONE)));
        int colour = seen(timeline).get(2)[3 * 32 + 4];
        assertThat(colour >> 16).isBetween(170, 210);
        assertThat(colour >> 8 & 255).isBetween(45, 85);
    }

    @Test
    void cameraPlaysFromItsInPointAcrossTheChunksOfTheStory() {
        Timeline timeline = story(200).insets().with(camera(20, 60, 20, Outline.CARD));
        List<int[]> frames = seen(timeline);
        assertThat(at(frames.get(19), 26, 14)).isEqualTo('.');
        assertThat(at(frames.get(20), 26, 14)).isEqualTo('B');
        assertThat(at(frames.get(49), 26, 14)).isEqualTo('B');
        assertThat(at(frames.get(50), 26, 14)).isEqualTo('G');
        assertThat(at(frames.get(79), 26, 14)).isEqualTo('G');
        assertThat(at(frames.get(80), 26, 14)).isEqualTo('.');
    }

    @Test
    void circleIsRoundAndItsBorderStandsAroundIt() {
        Outline ring = new Outline(Outline.Shape.CIRCLE, OptionalInt.of(0xFF0000));
        Timeline timeline = story(3).insets().with(camera(0, 3, 0, ring));
        int[] frame = Stage.colours(
                        new Stage(folder)
                                .make("grey.mp4", GREY)
                                .make("camera.mp4", CAMERA)
                                .rendered(timeline),
                        320,
                        180)
                .get(1);
        Placement.Area area = new Inset(1, 1, 0.4, 1, ring).on(Stage.CANVAS, Stage.CANVAS);
        int middle = area.y() + area.height() / 2;
        assertThat(letter(frame[middle * 320 + area.x() + area.width() / 2])).isEqualTo('B');
        assertThat(letter(frame[(area.y() + 3) * 320 + area.x() + 3])).isEqualTo('.');
        assertThat(letter(frame[middle * 320 + area.x() - 1])).isEqualTo('R');
    }

    @Test
    void fadesAreCountedFromTheBeginningOfTheInsetEvenWhereAChunkEndsInThem() {
        MediaSegment fading =
                logo(0, 20, new Inset(0.5, 0.5, 0.5, 1, Outline.NONE)).withFades(10, 10);
        List<int[]> frames = seen(story(20).insets().with(fading));
        assertThat(red(frames.get(0))).isLessThan(150);
        assertThat(red(frames.get(5))).isBetween(165, 215);
        assertThat(red(frames.get(10))).isGreaterThan(235);
        assertThat(red(frames.get(19))).isLessThan(155);
    }

    @Test
    void panelsDivideTheScreen() {
        MediaSegment left = Stage.segment("grey.mp4", 0, 10, 0).with(new Placement.Panel(new Box(0, 0, 0.5, 1)));
        MediaSegment right = Stage.segment("camera.mp4", 0, 10, 45).with(new Placement.Panel(new Box(0.5, 0, 0.5, 1)));
        Timeline timeline = Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(left)))
                .insets()
                .with(right);
        List<int[]> frames = seen(timeline);
        assertThat(at(frames.get(2), 15, 9)).isEqualTo('.');
        assertThat(at(frames.get(2), 16, 9)).isEqualTo('B');
        assertThat(at(frames.get(2), 31, 0)).isEqualTo('B');
        assertThat(at(frames.get(7), 31, 17)).isEqualTo('G');
        int[] alone = seen(Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(left))))
                .get(2);
        assertThat(alone[9 * 32 + 20]).as("black").isLessThan(0x101010);
    }

    @Test
    void secondRenderAfterTheLogoMovedInTimeFindsTheChunksWithoutIt() {
        Stage stage = stage();
        Timeline story = Stage.timeline(
                RATE,
                new Track(
                        TrackKind.VIDEO,
                        List.of(Stage.segment("grey.mp4", 0, 110, 0), Stage.segment("camera.mp4", 110, 100, 0))));
        Inset place = new Inset(1, 0, 0.15, 1, Outline.NONE);
        stage.rendered(story.insets().with(logo(120, 50, place)));
        RenderReport again = stage.render(story.insets().with(logo(130, 40, place)), folder.resolve("again.mp4"));
        assertThat(again.reused()).isPositive().isLessThan(again.chunks());
    }

    private Stage stage() {
        return new Stage(folder)
                .make("grey.mp4", GREY)
                .make("camera.mp4", CAMERA)
                .make("logo.png", LOGO, "-frames:v", "1", "-pix_fmt", "rgba");
    }

    private List<int[]> seen(Timeline timeline) {
        return Stage.colours(stage().rendered(timeline), 32, 18);
    }

    private static Timeline story(long length) {
        return Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(Stage.segment("grey.mp4", 0, length, 0))));
    }

    private static MediaSegment logo(long start, long length, Inset place) {
        return Stage.segment("logo.png", start, length, 0).with(place).with(new Pace.Freeze(0));
    }

    private static MediaSegment camera(long start, long length, long in, Outline outline) {
        return Stage.segment("camera.mp4", start, length, in).with(new Inset(1, 1, 0.4, 1, outline));
    }

    private static int red(int[] frame) {
        return frame[9 * 32 + 16] >> 16;
    }

    private static char at(int[] frame, int x, int y) {
        return letter(frame[y * 32 + x]);
    }

    private static long count(int[] frame, char letter) {
        return java.util.Arrays.stream(frame)
                .filter(colour -> letter(colour) == letter)
                .count();
    }

    private static char letter(int colour) {
        int red = colour >> 16;
        int green = colour >> 8 & 255;
        int blue = colour & 255;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        if (most - least < 100) return '.';
        return most == red ? 'R' : most == green ? 'G' : 'B';
    }
}
