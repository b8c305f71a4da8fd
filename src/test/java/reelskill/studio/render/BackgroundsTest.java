package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.matte.BuiltInRoom;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

/** Two seconds of the project's talk clip, small, before another background. */
class BackgroundsTest {
    private static final Path TALK = Path.of("tests-fixtures/media/talk.mp4");
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final int WHITE = 235;
    private static final String NUMBER_ON_THE_CHEST = "null[talk];%s[number];[talk][number]overlay=120:150";

    @TempDir
    Path folder;

    @Test
    void pictureIsReplacedAroundThePersonWhileFramesAndSoundStay() {
        Stage stage = new Stage(folder).use("talk", talk());
        MediaSegment filmed = MediaSegment.of("s", 0, 45, "talk", "talk", 10);
        Path before = stage.rendered(RATE, filmed);
        short[] soundBefore = Stage.sound(before);
        List<byte[]> framesBefore = Stage.frames(before, 32, 18);
        Path after = stage.rendered(RATE, filmed.with(new Backdrop.Colour(0xFFFFFF)));
        List<byte[]> frames = Stage.frames(after, 32, 18);
        assertThat(frames).hasSameSizeAs(framesBefore).hasSize(45);
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame[0] & 0xFF).isGreaterThan(WHITE);
            assertThat(frame[31] & 0xFF).isGreaterThan(WHITE);
        });
        int middle = 11 * 32 + 16;
        for (int i = 0; i < frames.size(); i++) {
            assertThat((double) (frames.get(i)[middle] & 0xFF))
                    .isBetween(
                            (framesBefore.get(i)[middle] & 0xFF) - 12.0,
                            (framesBefore.get(i)[middle] & 0xFF) + 12.0);
        }
        assertThat(Stage.sound(after)).isEqualTo(soundBefore);
    }

    /** Red on the left, blue on the right: upright, so that only its middle is seen, and the edge stays in the middle. */
    @Test
    void pictureOfAnyShapeFillsTheFrameAndNeverBringsItsName() {
        String halves = "color=red:s=90x320,drawbox=x=45:w=45:h=320:color=blue:t=fill";
        Stage stage =
                new Stage(folder).use("talk", talk()).make("beach%03d.jpg", halves, "-frames:v", "1", "-update", "1");
        MediaSegment before = MediaSegment.of("s", 0, 20, "talk", "talk", 10);
        Path made = stage.rendered(RATE, before.with(new Backdrop.Picture("beach%03d.jpg")));
        int[] frame = Stage.colours(made, 32, 18).get(10);
        assertThat(frame[0] >> 16).isGreaterThan(150);
        assertThat(frame[0] & 0xFF).isLessThan(80);
        assertThat(frame[31] & 0xFF).isGreaterThan(150);
        assertThat(frame[31] >> 16).isLessThan(80);
    }

    @Test
    void shortVideoBehindAPersonLoopsAndIsNotHeard() {
        Stage stage = new Stage(folder).use("talk", talk());
        String video = "color=black:s=64x64:r=30:d=0.2[a];color=white:s=64x64:r=30:d=0.2[b];[a][b]concat";
        stage.make("flash.mp4", video + ",format=yuv420p[out0];sine=d=0.4[out1]", "-c:v", "libx264", "-c:a", "aac");
        MediaSegment filmed = MediaSegment.of("s", 0, 36, "talk", "talk", 10);
        short[] sound = Stage.sound(stage.rendered(RATE, filmed));
        Path made = stage.rendered(RATE, filmed.with(new Backdrop.Picture("flash.mp4")));
        assertThat(Stage.sound(made)).isEqualTo(sound);
        List<byte[]> frames = Stage.frames(made, 32, 18);
        for (int at : new int[] {3, 15, 27})
            assertThat(frames.get(at)[0] & 0xFF).isLessThan(60);
        for (int at : new int[] {9, 21, 33})
            assertThat(frames.get(at)[0] & 0xFF).isGreaterThan(190);
    }

    @Test
    void jumpCutsKeepTheirFramesBeforeABackdrop() {
        Stage stage = new Stage(folder)
                .use("talk", talk(NUMBER_ON_THE_CHEST.formatted(Stage.NUMBERED.formatted(RATE, 2, "80:16"))));
        Path made = stage.rendered(
                RATE, before("a", 0, 6, 0), before("b", 6, 6, 20), before("c", 12, 6, 23), before("d", 18, 3, 2));
        assertThat(Stage.frames(made, 320, 180).stream().map(BackgroundsTest::number))
                .containsExactly(0, 1, 2, 3, 4, 5, 20, 21, 22, 23, 24, 25, 23, 24, 25, 26, 27, 28, 2, 3, 4);
    }

    @Test
    void twoBackdropsGoOverIntoEachOther() {
        Stage stage = new Stage(folder).use("talk", talk());
        MediaSegment black = MediaSegment.of("a", 0, 12, "talk", "talk", 0).with(new Backdrop.Colour(0));
        MediaSegment white = MediaSegment.of("b", 12, 12, "talk", "talk", 30)
                .with(new Backdrop.Colour(0xFFFFFF))
                .withTransition(new Transition(Transition.Kind.CROSSFADE, 8));
        List<Integer> corner = Stage.frames(stage.rendered(RATE, black, white), 32, 18).stream()
                .map(frame -> frame[0] & 0xFF)
                .toList();
        assertThat(corner).hasSize(24).isSorted().startsWith(0, 0, 0).endsWith(255, 255, 255);
        assertThat(corner.get(12)).isBetween(100, 160);
    }

    @Test
    void videoBehindBeginsWithTheSegmentAndGoesRound() {
        Stage stage = new Stage(folder).use("talk", talk()).numbered("behind.mp4", RATE, 1);
        MediaSegment filmed = MediaSegment.of("s", 0, 45, "talk", "talk", 10).with(new Backdrop.Picture("behind.mp4"));
        List<Integer> low = Stage.frames(stage.rendered(RATE, filmed), Stage.BITS, 1).stream()
                .map(columns -> (columns[0] < 0 ? 1 : 0) + (columns[1] < 0 ? 2 : 0))
                .toList();
        assertThat(low)
                .isEqualTo(IntStream.range(0, 45).mapToObj(i -> i % 30 % 4).toList());
    }

    @Test
    void everyPlaceIsARoomOfTheMatte() {
        assertThat(Backdrop.Place.values())
                .extracting(Enum::name)
                .containsExactly(
                        List.of(BuiltInRoom.values()).stream().map(Enum::name).toArray(String[]::new));
    }

    private static MediaSegment before(String id, long start, long duration, long in) {
        return MediaSegment.of(id, start, duration, "talk", "talk", in).with(new Backdrop.Colour(0xFFFFFF));
    }

    @Test
    void moreCareIsAnotherPicture() {
        Stage stage = new Stage(folder).use("talk", talk());
        MediaSegment fast = before("a", 0, 4, 0).with(new Cutout(Cutout.Care.FAST));
        MediaSegment fine = fast.with(new Cutout(Cutout.Care.FINE));
        Path target = folder.resolve("out.mp4");
        assertThat(stage.render(timeline(fast), target).reused()).isZero();
        assertThat(stage.render(timeline(fine), target).reused()).isZero();
        assertThat(stage.render(timeline(fast), target).reused()).isEqualTo(1);
    }

    private static Timeline timeline(MediaSegment segment) {
        return Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(segment)));
    }

    /** Returns the number that stands on the chest. */
    private static int number(byte[] frame) {
        return IntStream.range(0, Stage.BITS)
                .map(bit -> (frame[158 * 320 + 124 + 8 * bit] & 0xFF) > 126 ? 1 << bit : 0)
                .sum();
    }

    private Path talk() {
        return talk("null");
    }

    private Path talk(String filter) {
        Path file = folder.resolve("talk.mp4");
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-i", TALK.toString(), "-t", "2"));
        arguments.addAll(List.of("-vf", "scale=320:180," + filter, "-c:a", "copy", file.toString()));
        Stage.FFMPEG.run(arguments, FfmpegJob.unwatched());
        return file;
    }
}
