package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.Effect;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** The person is framed and paced; what stands behind fills whatever canvas there is, upright and unmirrored. */
class BackgroundFramingTest {
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final int WHITE = 235;
    private static final Backdrop WALL = new Backdrop.Colour(0xFFFFFF);
    /** Places of 32 by 18 where the person is, and only the person. */
    private static final int[][] PERSON = {{15, 8}, {16, 13}, {15, 15}};

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void film() {
        stage = new Stage(folder).use("talk", talk("talk.mp4", "null"));
        stage.make("halves.png", "color=red:s=160x180[a];color=blue:s=160x180[b];[a][b]hstack", "-frames:v", "1");
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"180, 320, 0, 218, 180, 102", "180, 180, 0, 78, 180, 102", "480, 180, 80, 0, 320, 180"})
    void wallGoesOnAroundThePictureOnACanvasOfAnotherShape(
            int width, int height, int left, int top, int shownWidth, int shownHeight) {
        List<byte[]> plain = Stage.frames(stage.rendered(RATE, filmed(8)), 32, 18);
        Timeline timeline = timeline(filmed(8).with(WALL)).withCanvas(new Resolution(width, height));
        List<byte[]> made = Stage.frames(stage.rendered(timeline), width, height);
        assertThat(made).hasSize(8);
        for (int i = 0; i < 8; i++) {
            for (int y = 0; y < height; y++) {
                for (int x : new int[] {2, width - 3}) {
                    boolean beside = y < top + shownHeight * 2 / 3;
                    if (beside) assertThat(made.get(i)[y * width + x] & 0xFF).isGreaterThan(WHITE);
                }
            }
            for (int[] place : PERSON) {
                int x = left + (2 * place[0] + 1) * shownWidth / 64;
                int y = top + (2 * place[1] + 1) * shownHeight / 36;
                assertThat(mean(made.get(i), width, x, y) - luma(plain.get(i), place))
                        .as("frame %s, place %s", i, place)
                        .isBetween(-25.0, 25.0);
            }
        }
    }

    @Test
    void pictureBehindIsOnlyCutToTheCanvas() {
        Timeline upright =
                timeline(filmed(3).with(new Backdrop.Picture("halves.png"))).withCanvas(new Resolution(180, 320));
        assertThat(halves(Stage.colours(stage.rendered(upright), 20, 32).get(2), 20, 0))
                .isEqualTo("r".repeat(10) + "b".repeat(10));
    }

    @Test
    void videoBehindFillsTheCanvas() {
        stage.make(
                "flash.mp4",
                "color=black:s=64x64:r=30:d=0.1[a];color=white:s=64x64:r=30:d=0.1[b];[a][b]concat,format=yuv420p");
        Timeline upright =
                timeline(filmed(12).with(new Backdrop.Picture("flash.mp4"))).withCanvas(new Resolution(180, 320));
        List<byte[]> frames = Stage.frames(stage.rendered(upright), 18, 32);
        for (int i = 0; i < 12; i++) {
            boolean white = i / 3 % 2 == 1;
            for (int place : new int[] {0, 17, 10 * 18 + 9, 24 * 18}) {
                int luma = frames.get(i)[place] & 0xFF;
                assertThat(luma).as("frame %s, place %s", i, place).isBetween(white ? 160 : 0, white ? 255 : 90);
            }
        }
    }

    @Test
    void personIsMirroredAndTheRoomIsNot() {
        MediaSegment mirrored = filmed(3).with(new Framing(0, true, Box.WHOLE));
        List<byte[]> plain = Stage.frames(stage.rendered(RATE, mirrored), 32, 18);
        Path made = stage.rendered(RATE, mirrored.with(new Backdrop.Picture("halves.png")));
        assertThat(halves(Stage.colours(made, 32, 18).get(2), 32, 0))
                .startsWith("rrrrrrrr")
                .endsWith("bbbbbbbb");
        int[] side = {13, 15};
        assertThat(luma(Stage.frames(made, 32, 18).get(2), side) - luma(plain.get(2), side))
                .isBetween(-6, 6);
    }

    /** Cut off the picture's right part, the picture behind would have its middle far to the left. */
    @Test
    void cropGoesNearerToThePersonAndLeavesThePictureBehindInTheMiddle() {
        MediaSegment near = filmed(3).with(new Framing(0, false, new Box(0.45, 0, 0.4, 1)));
        Timeline timeline =
                timeline(near.with(new Backdrop.Picture("halves.png"))).withCanvas(new Resolution(128, 180));
        String top = halves(Stage.colours(stage.rendered(timeline), 16, 18).get(2), 16, 0);
        assertThat(top).startsWith("rrrrr").endsWith("bbbbb");
    }

    @Test
    void personWhoWasFilmedLyingIsFoundWhenTurned() {
        stage.use("lying", talk("lying.mp4", "transpose=cclock"));
        MediaSegment turned = MediaSegment.of("s", 0, 4, "lying", "lying", 10).with(new Framing(1, false, Box.WHOLE));
        List<byte[]> plain = Stage.frames(stage.rendered(RATE, turned), 32, 18);
        List<byte[]> made = Stage.frames(stage.rendered(RATE, turned.with(WALL)), 32, 18);
        for (int i = 0; i < 4; i++) {
            assertThat(made.get(i)[0] & 0xFF).isGreaterThan(WHITE);
            assertThat(made.get(i)[31] & 0xFF).isGreaterThan(WHITE);
            for (int[] place : PERSON)
                assertThat(luma(made.get(i), place) - luma(plain.get(i), place)).isBetween(-5, 5);
        }
    }

    /** Cut to an upright canvas, also around a spot of a mirrored picture, and small in a corner of one. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void wallIsCutWithThePersonWhereThePictureIsCut(Cut cut) {
        Resolution upright = new Resolution(140, 180);
        MediaSegment plain = filmed(3).with(cut.effect);
        if (cut == Cut.FOLLOWED) plain = plain.with(new Framing(0, true, Box.WHOLE));
        byte[] filmed = Stage.frames(stage.rendered(timeline(plain).withCanvas(upright)), 140, 180)
                .get(2);
        byte[] made = Stage.frames(stage.rendered(timeline(plain.with(WALL)).withCanvas(upright)), 140, 180)
                .get(2);
        assertThat(made[cut.wallY * 140 + cut.wallX] & 0xFF).isGreaterThan(WHITE);
        for (int dx = -2; dx <= 2; dx++) {
            int place = cut.chestY * 140 + cut.chestX + 2 * dx;
            assertThat(made[place] & 0xFF)
                    .as("%s", dx)
                    .isBetween((filmed[place] & 0xFF) - 8, (filmed[place] & 0xFF) + 8);
        }
    }

    private enum Cut {
        FILLED(Fitting.of(Fitting.How.FILL), 5, 5, 70, 160),
        FOLLOWED(new Fitting(Fitting.How.FOLLOW, List.of(new Fitting.Spot(0, 0.35, 0.5, false))), 130, 5, 20, 160),
        SMALL(new Placement.Inset(1, 0, 0.8, 1, Placement.Outline.NONE), 30, 14, 75, 80);

        private final Effect effect;
        private final int wallX;
        private final int wallY;
        private final int chestX;
        private final int chestY;

        Cut(Effect effect, int wallX, int wallY, int chestX, int chestY) {
            this.effect = effect;
            this.wallX = wallX;
            this.wallY = wallY;
            this.chestX = chestX;
            this.chestY = chestY;
        }
    }

    @Test
    void everyPaceShowsItsFramesBeforeTheWall() {
        String number = "null[talk];%s[number];[talk][number]overlay=120:150"
                .formatted(Stage.NUMBERED.formatted(RATE, 2, "80:16"));
        stage.use("numbered", talk("numbered.mp4", number));
        assertThat(numbers(new Pace.Speed(2), 5)).containsExactly(0, 2, 4, 6, 8);
        assertThat(numbers(new Pace.Backwards(1, 20), 4)).containsExactly(19, 18, 17, 16);
        assertThat(numbers(new Pace.Freeze(7), 3)).containsExactly(7, 7, 7);
    }

    private List<Integer> numbers(Pace pace, int length) {
        MediaSegment paced = MediaSegment.of("s", 0, length, "numbered", "numbered", 0)
                .with(pace)
                .with(WALL);
        List<byte[]> frames = Stage.frames(stage.rendered(RATE, paced), 320, 180);
        assertThat(frames).allMatch(frame -> (frame[4 * 320 + 4] & 0xFF) > WHITE);
        return frames.stream()
                .map(frame -> IntStream.range(0, Stage.BITS)
                        .map(bit -> (frame[158 * 320 + 124 + 8 * bit] & 0xFF) > 126 ? 1 << bit : 0)
                        .sum())
                .toList();
    }

    private static String halves(int[] frame, int width, int row) {
        StringBuilder words = new StringBuilder();
        for (int x = 0; x < width; x++) words.append(frame[row * width + x] >> 16 > 128 ? 'r' : 'b');
        return words.toString();
    }

    private static int luma(byte[] frame, int[] place) {
        return frame[place[1] * 32 + place[0]] & 0xFF;
    }

    /** Returns the mean of some pixels around one. */
    private static double mean(byte[] frame, int width, int x, int y) {
        return IntStream.rangeClosed(-2, 2)
                .flatMap(dy -> IntStream.rangeClosed(-2, 2).map(dx -> frame[(y + dy) * width + x + dx] & 0xFF))
                .average()
                .orElseThrow();
    }

    private static MediaSegment filmed(long frames) {
        return MediaSegment.of("s", 0, frames, "talk", "talk", 10);
    }

    private static Timeline timeline(MediaSegment segment) {
        return Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(segment)));
    }

    private Path talk(String name, String filter) {
        Path file = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("-v", "error", "-y", "-i", "tests-fixtures/media/talk.mp4", "-t", "1.5"));
        arguments.addAll(List.of("-vf", "scale=320:180," + filter, "-an", file.toString()));
        Stage.FFMPEG.run(arguments, FfmpegJob.unwatched());
        return file;
    }
}
