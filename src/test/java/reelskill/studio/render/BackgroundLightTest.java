package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Lighting;
import reelskill.studio.timeline.Lighting.Match;
import reelskill.studio.timeline.Lighting.Wrap;
import reelskill.studio.timeline.MediaSegment;

/** The talk clip, darkened, before a bright picture. */
class BackgroundLightTest {
    private static final FrameRate RATE = new FrameRate(30, 1);
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void film() {
        Path file = folder.resolve("talk.mp4");
        List<String> arguments =
                new ArrayList<>(List.of("-v", "error", "-y", "-i", "tests-fixtures/media/talk.mp4", "-t", "0.5"));
        arguments.addAll(List.of("-vf", "scale=320:180,eq=brightness=-0.15", "-an", file.toString()));
        Stage.FFMPEG.run(arguments, FfmpegJob.unwatched());
        stage = new Stage(folder).use("talk", file).make("bright.png", "color=0xC8C8C8:s=320x180", "-frames:v", "1");
    }

    @Test
    void wrapLaysTheBackgroundsLightOnTheEdgesAndNowhereElse() {
        byte[] plain = shown(new Lighting(Wrap.NONE, Match.NONE));
        byte[] soft = shown(new Lighting(Wrap.SOFT, Match.NONE));
        byte[] strong = shown(new Lighting(Wrap.STRONG, Match.NONE));
        int brighter = brighter(plain, soft);
        assertThat(brighter).isGreaterThan(200);
        assertThat(brighter(plain, strong)).isGreaterThan(brighter);
        assertThat(brighter(soft, plain)).as("places that got darker").isLessThan(brighter / 20);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean chest = y > 150 && x > 140 && x < 180;
                boolean room = y < 60 && (x < 60 || x > 260);
                int place = y * WIDTH + x;
                if (chest || room)
                    assertThat(luma(strong, place) - luma(plain, place)).isBetween(-5, 5);
            }
        }
    }

    @Test
    void backgroundTakesOverTheRoomsLightAsFarAsIsSaid() {
        int own = luma(shown(new Lighting(Wrap.NONE, Match.NONE)), 0);
        int little = luma(shown(Lighting.NORMAL), 0);
        int full = luma(shown(new Lighting(Wrap.NONE, Match.FULL)), 0);
        assertThat(own).isBetween(196, 204);
        assertThat(little).isBetween(own - 30, own - 5);
        assertThat(full).isLessThan(little - 10);
    }

    /** Returns the second frame. */
    private byte[] shown(Lighting lighting) {
        MediaSegment person = MediaSegment.of("s", 0, 3, "talk", "talk", 2)
                .with(new Backdrop.Picture("bright.png"))
                .with(lighting);
        return Stage.frames(stage.rendered(RATE, person), WIDTH, HEIGHT).get(1);
    }

    private static int brighter(byte[] before, byte[] after) {
        int count = 0;
        for (int i = 0; i < before.length; i++) if (luma(after, i) - luma(before, i) > 12) count++;
        return count;
    }

    private static int luma(byte[] frame, int place) {
        return frame[place] & 0xFF;
    }
}
