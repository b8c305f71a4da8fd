package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Denoise;
import reelskill.studio.timeline.Lut;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;

class CorrectionTest {
    private static final int ROUNDING = 5;
    private static final int A_FRAME = 48_000 / 25;
    /** Half a second of tone, half a second of pause, and noise at -40 dB under all of it. */
    private static final String NOISY = "color=s=320x180:r=25:d=4[out0];"
            + "aevalsrc='0.3*sin(2*PI*700*t)*lt(mod(t,1),0.5)+0.017*(random(0)*2-1)':d=4:s=48000[out1]";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // filmed, red, green, blue, black, white, shown
        "A08070, 0.8, 1, 1.143, 0, 1, 808080",
        "404040, 1, 1, 1, 0.2, 1, 101010",
        "808080, 1, 1, 1, 0, 0.75, ABABAB",
        "C0C0C0, 1.5, 1, 1, 0, 1, FFC0C0",
    })
    void balancePutsLightRight(
            String filmed, double red, double green, double blue, double black, double white, String shown) {
        Stage stage = new Stage(folder).make("a.mp4", "color=0x%s:s=320x180:r=25:d=1".formatted(filmed));
        MediaSegment clip = Stage.segment("a.mp4", 0, 4, 0).with(new Balance(red, green, blue, black, white));
        int wanted = Integer.parseInt(shown, 16);
        assertThat(Stage.colours(stage.rendered(RATE, clip), 1, 1)).hasSize(4).allSatisfy(frame -> {
            for (int shift = 0; shift <= 16; shift += 8)
                assertThat(frame[0] >> shift & 255)
                        .as("%06x", frame[0])
                        .isCloseTo(wanted >> shift & 255, org.assertj.core.data.Offset.offset(ROUNDING));
        });
    }

    /** A table of two steps that swaps red and blue, in a file whose name means something to filter graphs. */
    @ParameterizedTest
    @CsvSource({"1, 4060C0", "0.5, 806080"})
    void tableColoursThePicture(double strength, String shown) throws IOException {
        String name = "a'b,c[d];=.cube";
        StringBuilder table = new StringBuilder("TITLE \"swap\"\nLUT_3D_SIZE 2\n");
        for (int i = 0; i < 8; i++) table.append("%d %d %d%n".formatted(i >> 2, i >> 1 & 1, i & 1));
        Files.writeString(folder.resolve(name), table);
        Stage stage = new Stage(folder)
                .make("a.mp4", "color=0xC06040:s=320x180:r=25:d=1")
                .use(name, folder.resolve(name));
        MediaSegment clip = Stage.segment("a.mp4", 0, 4, 0).with(new Lut(name, strength));
        int wanted = Integer.parseInt(shown, 16);
        assertThat(Stage.colours(stage.rendered(RATE, clip), 1, 1)).hasSize(4).allSatisfy(frame -> {
            for (int shift = 0; shift <= 16; shift += 8)
                assertThat(frame[0] >> shift & 255)
                        .as("%06x", frame[0])
                        .isCloseTo(wanted >> shift & 255, org.assertj.core.data.Offset.offset(ROUNDING));
        });
    }

    @Test
    void steadyNoiseGoesAndTheRestStaysAtItsMoment() {
        Stage stage = new Stage(folder).make("a.mov", NOISY, "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le");
        MediaSegment filmed = Stage.segment("a.mov", 0, 100, 0);
        short[] before = Stage.sound(stage.rendered(RATE, filmed));
        short[] after = Stage.sound(stage.rendered(RATE, filmed.with(new Denoise(-40, 20))));
        assertThat(loudness(before, 63, 73) - loudness(after, 63, 73)).isBetween(10.0, 30.0);
        assertThat(loudness(before, 52, 61) - loudness(after, 52, 61)).isBetween(-1.0, 1.0);
        assertThat(lag(before, after)).isBetween(-24, 24);
    }

    @Test
    void cleanedSoundPlaysAtItsPaceToo() {
        Stage stage = new Stage(folder).make("a.mov", NOISY, "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le");
        MediaSegment twice = Stage.segment("a.mov", 0, 50, 0).with(new Pace.Speed(2));
        short[] before = Stage.sound(stage.rendered(RATE, twice));
        short[] after = Stage.sound(stage.rendered(RATE, twice.with(new Denoise(-40, 20))));
        assertThat(loudness(before, 32, 36) - loudness(after, 32, 36)).isBetween(8.0, 30.0);
        assertThat(loudness(before, 26, 30) - loudness(after, 26, 30)).isBetween(-1.5, 1.5);
    }

    /** Returns by how many samples {@code other} is later, where their envelopes fit best. */
    private static int lag(short[] one, short[] other) {
        int best = 0;
        double most = -1;
        for (int lag = -1500; lag <= 1500; lag += 12) {
            double sum = 0;
            for (int i = 60_000; i < 100_000; i += 3) sum += (double) Math.abs(one[i]) * Math.abs(other[i + lag]);
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return best;
    }

    private static double loudness(short[] sound, int fromFrame, int toFrame) {
        double power = 0;
        for (int i = fromFrame * A_FRAME; i < toFrame * A_FRAME; i++) power += (double) sound[i] * sound[i];
        return 10 * Math.log10(power / ((toFrame - fromFrame) * A_FRAME) + 1e-9);
    }
}
