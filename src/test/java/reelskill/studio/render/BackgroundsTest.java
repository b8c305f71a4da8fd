package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.matte.BuiltInRoom;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;

/** Two seconds of the project's talk clip, small, before another background. */
class BackgroundsTest {
    private static final Path TALK = Path.of("tests-fixtures/media/talk.mp4");
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final int WHITE = 235;

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

    @Test
    void everyPlaceIsARoomOfTheMatte() {
        assertThat(Backdrop.Place.values())
                .extracting(Enum::name)
                .containsExactly(
                        List.of(BuiltInRoom.values()).stream().map(Enum::name).toArray(String[]::new));
    }

    private Path talk() {
        Path file = folder.resolve("talk.mp4");
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-i", TALK.toString(), "-t", "2"));
        arguments.addAll(List.of("-vf", "scale=320:180", "-c:a", "copy", file.toString()));
        Stage.FFMPEG.run(arguments, FfmpegJob.unwatched());
        return file;
    }
}
