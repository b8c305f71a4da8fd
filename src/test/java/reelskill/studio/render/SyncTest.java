package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.Resolution;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** Picture and sound of a media file stay together, however often it is cut. */
class SyncTest {
    private static final int CUTS = 500;
    /** Of every five frames three stay. */
    private static final int EVERY = 5;

    private static final int KEPT = 3;
    private static final int BITS = 12;
    private static final Resolution SMALL = new Resolution(192, 32);
    /** As the other numbered frames, with more bits; and noise, which is like itself nowhere else. */
    private static final String FILMED = "color=s=24x4:r=25:d=100,"
            + "geq=lum='if(mod(floor(N/pow(2,floor(X/2))),2),235,16)':cb=128:cr=128,"
            + "scale=192:32:flags=neighbor,setsar=1[out0];anoisesrc=d=100:c=pink:r=48000:a=0.5:seed=7[out1]";

    /** Of 8 kHz: fine enough for the 25 ms that count, and quick to compare. */
    private static final int COARSER = 6;

    private static final int SAMPLES_A_FRAME = 48_000 / COARSER / 25;
    private static final int MOST_MILLIS = 25;

    @TempDir
    Path folder;

    @Test
    void soundAndPictureStayTogetherAfterFiveHundredCuts() {
        Stage stage = new Stage(folder)
                .make("a.mov", FILMED, "-pix_fmt", "yuv420p", "-preset", "ultrafast", "-c:a", "pcm_s16le");
        Path file = stage.rendered(cut());
        List<Integer> shown = Stage.frames(file, BITS, 1).stream()
                .map(columns -> IntStream.range(0, BITS)
                        .map(bit -> (columns[bit] & 0xFF) > 126 ? 1 << bit : 0)
                        .sum())
                .toList();
        assertThat(shown)
                .isEqualTo(IntStream.range(0, CUTS * KEPT)
                        .map(frame -> frame / KEPT * EVERY + frame % KEPT)
                        .boxed()
                        .toList());
        float[] filmed = coarse(Stage.sound(folder.resolve("a.mov")));
        float[] heard = coarse(Stage.sound(file));
        for (int part = 0; part < CUTS; part++) {
            int middle = part * KEPT + 1;
            int shift = shift(heard, middle * SAMPLES_A_FRAME, filmed, shown.get(middle) * SAMPLES_A_FRAME);
            assertThat(Math.abs(shift) * 1000.0 * COARSER / 48_000)
                    .as("milliseconds in part " + part)
                    .isLessThan(MOST_MILLIS);
        }
    }

    private static Timeline cut() {
        Track whole = new Track(TrackKind.VIDEO, List.of(Stage.segment("a.mov", 0, (long) CUTS * EVERY, 0)));
        List<FrameRange> removed = IntStream.range(0, CUTS)
                .mapToObj(i -> new FrameRange((long) i * EVERY + KEPT, (long) (i + 1) * EVERY))
                .toList();
        return new Timeline("test", RATE, SMALL, List.of(whole)).remove(removed);
    }

    /** Returns by how many samples a frame's sound is late, found where it is most like what was filmed. */
    private static int shift(float[] heard, int at, float[] filmed, int from) {
        int farthest = 2 * SAMPLES_A_FRAME;
        int best = Integer.MAX_VALUE;
        double most = 0.5;
        for (int shift = -Math.min(farthest, from); shift <= farthest; shift++) {
            double likeness = likeness(heard, at, filmed, from + shift);
            if (likeness > most) {
                most = likeness;
                best = -shift;
            }
        }
        return best;
    }

    private static double likeness(float[] heard, int at, float[] filmed, int from) {
        double product = 0;
        double power = 1;
        double other = 1;
        for (int i = 0; i < SAMPLES_A_FRAME && from + i < filmed.length; i++) {
            product += heard[at + i] * filmed[from + i];
            power += heard[at + i] * heard[at + i];
            other += filmed[from + i] * filmed[from + i];
        }
        return product / Math.sqrt(power * other);
    }

    private static float[] coarse(short[] sound) {
        float[] coarse = new float[sound.length / COARSER];
        for (int i = 0; i < coarse.length * COARSER; i++) coarse[i / COARSER] += sound[i];
        return coarse;
    }
}
