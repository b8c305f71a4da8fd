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
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Zoom;

/** The picture's quarters are red and green above, blue and white below: R G / B W. */
class FramingTest {
    private static final String QUARTERS = "color=red:s=160x160:r=25:d=2[a];color=lime:s=160x160:r=25:d=2[b];"
            + "color=blue:s=160x160:r=25:d=2[c];color=white:s=160x160:r=25:d=2[d];"
            + "[a][b]hstack[t];[c][d]hstack[u];[t][u]vstack";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, false, RGBW",
        "1, false, BRWG",
        "2, false, WBGR",
        "3, false, GWRB",
        "0, true, GRWB",
        "1, true, RBGW",
        "2, true, BWRG",
    })
    void pictureIsTurnedAndMirrored(int turns, boolean mirrored, String seen) {
        assertThat(seen(new Framing(turns, mirrored, Box.WHOLE))).isEqualTo(seen);
    }

    @Test
    void turningAndMirroringOneAfterTheOtherIsWhatAPersonSees() {
        Framing left = new Framing(0, false, new Box(0, 0, 0.5, 1));
        assertThat(seen(left)).isEqualTo("RRBB");
        assertThat(seen(left.turned(1))).isEqualTo("BRBR");
        assertThat(seen(left.turned(1).flipped())).isEqualTo("RBRB");
        assertThat(seen(left.flipped())).isEqualTo("RRBB");
        assertThat(seen(left.flipped().turned(1))).isEqualTo("BRBR");
        assertThat(seen(Framing.NONE.flipped().turned(1))).isEqualTo("WGBR");
        assertThat(seen(left.turned(1).cropped(new Box(0, 0, 0.5, 1)))).isEqualTo("BBBB");
    }

    @Test
    void zoomGrowsSteadilyAndTheSameAfterASplit() {
        Stage stage = new Stage(folder).make("a.mp4", BARS, "-pix_fmt", "yuv420p");
        MediaSegment clip = Stage.segment("a.mp4", 0, 41, 5).with(new Zoom(1, 2, 0.5, 0.5, 5, 45));
        Timeline timeline = square(clip);
        List<byte[]> frames = Stage.frames(stage.rendered(timeline), 160, 1);
        assertThat(width(frames.get(0))).isBetween(38, 42);
        assertThat(width(frames.get(20))).isBetween(58, 62);
        assertThat(width(frames.get(40))).isBetween(78, 82);
        List<byte[]> split = Stage.frames(stage.rendered(timeline.split(List.of(11L, 30L))), 160, 1);
        for (int i = 0; i < 41; i++)
            assertThat(width(split.get(i))).isBetween(width(frames.get(i)) - 1, width(frames.get(i)) + 1);
    }

    @Test
    void photoInMotionShowsEveryFrameOfIt() {
        Stage stage = new Stage(folder).make("p.png", "color=red:s=320x320:d=1:r=1", "-frames:v", "1");
        MediaSegment photo = Stage.segment("p.png", 0, 30, 50).with(new Zoom(1, 1.1, 0.5, 0.5, 38, 92));
        assertThat(Stage.luma(stage.rendered(square(photo)))).hasSize(30);
    }

    /** A white bar in the middle, a quarter of the width, on black. */
    private static final String BARS = "color=black:s=320x320:r=25:d=3,drawbox=x=120:y=0:w=80:h=320:c=white:t=fill";

    private static int width(byte[] row) {
        int white = 0;
        for (byte luma : row) if ((luma & 0xFF) > 127) white++;
        return white;
    }

    private String seen(Framing framing) {
        Stage stage = new Stage(folder).make("q.mp4", QUARTERS, "-pix_fmt", "yuv444p");
        boolean tall = framing.window().width() != framing.window().height();
        MediaSegment clip = Stage.segment("q.mp4", 0, 2, 0).with(framing);
        Timeline timeline =
                tall ? square(clip).withCanvas(Framer.size(new Resolution(320, 320), framing)) : square(clip);
        int[] frame = Stage.colours(stage.rendered(timeline), 16, 16).get(1);
        StringBuilder letters = new StringBuilder();
        for (int place : new int[] {4 * 16 + 4, 4 * 16 + 12, 12 * 16 + 4, 12 * 16 + 12}) {
            letters.append(letter(frame[place]));
        }
        return letters.toString();
    }

    private static char letter(int colour) {
        boolean red = (colour >> 16) > 128;
        boolean green = (colour >> 8 & 0xFF) > 128;
        return red && green ? 'W' : red ? 'R' : green ? 'G' : 'B';
    }

    private static Timeline square(MediaSegment clip) {
        return new Timeline("test", RATE, new Resolution(320, 320), List.of(new Track(TrackKind.VIDEO, List.of(clip))));
    }
}
