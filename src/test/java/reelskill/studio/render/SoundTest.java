package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;
import static reelskill.studio.render.Stage.segment;
import static reelskill.studio.render.Stage.timeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

class SoundTest {
    /** Every second a white frame and, at the same moment, 20 ms of a tone. */
    private static final String CLAPPER = "color=s=16x16:r=25:d=32,geq=lum='if(mod(N,25),16,235)':cb=128:cr=128,"
            + "scale=320:180:flags=neighbor,setsar=1[out0];"
            + "aevalsrc='if(lt(mod(t,1),0.02),0.8*sin(2*PI*1000*t),0)':d=32:s=44100[out1]";

    private static final String[] ENCODING = {"-pix_fmt", "yuv420p", "-c:a", "pcm_s16le"};
    private static final int SAMPLES_A_FRAME = 48_000 / 25;

    @TempDir
    Path folder;

    @Test
    void clapsStayTogetherAfterThirtyCuts() {
        Stage stage = new Stage(folder).make("a.mov", CLAPPER, ENCODING);
        MediaSegment[] cuts = IntStream.range(0, 30)
                .mapToObj(i -> segment("a.mov", i * 14L, 14, 20 + i * 25L))
                .toArray(MediaSegment[]::new);
        Path file = stage.rendered(RATE, cuts);
        List<Integer> luma = Stage.luma(file);
        List<Long> flashes = IntStream.range(0, luma.size())
                .filter(frame -> luma.get(frame) > 120)
                .mapToObj(frame -> (long) frame * SAMPLES_A_FRAME)
                .toList();
        List<Long> claps = onsets(Stage.sound(file));
        assertThat(flashes).hasSize(30);
        assertThat(claps).hasSameSizeAs(flashes);
        assertThat(IntStream.range(0, 30)
                        .mapToLong(i -> Math.abs(claps.get(i) - flashes.get(i)))
                        .max()
                        .orElseThrow())
                .isLessThan(48);
        MadeFile made = MadeFile.read(file, Stage.FFMPEG);
        assertThat(Math.abs(made.soundSeconds() - made.pictureSeconds())).isLessThan(0.025);
    }

    @Test
    void gapIsSilentAndBlack() {
        Stage stage = new Stage(folder).make("a.mov", tone(3, "0.5*sin(2*PI*440*t)"), ENCODING);
        Path file = stage.rendered(RATE, segment("a.mov", 0, 25, 0), segment("a.mov", 50, 25, 25));
        short[] sound = Stage.sound(file);
        assertThat(loudest(sound, 5, 20)).isGreaterThan(12000);
        assertThat(loudest(sound, 27, 48)).isLessThan(40);
        assertThat(loudest(sound, 55, 70)).isGreaterThan(12000);
        List<Integer> luma = Stage.luma(file);
        assertThat(luma.subList(25, 50)).allMatch(value -> value < 3);
        assertThat(luma.get(24)).isGreaterThan(250);
        assertThat(luma.get(50)).isGreaterThan(250);
    }

    @Test
    void mediaWithoutSoundMakesNoSoundStream() {
        Stage stage = new Stage(folder).numbered("a.mov", RATE, 2);
        Path file = stage.rendered(RATE, segment("a.mov", 0, 25, 0));
        assertThat(Stage.probe(file, "-show_entries", "stream=codec_type")).containsExactly("video");
    }

    @Test
    void volumeAndFadesShapeTheSound() {
        Stage stage = new Stage(folder).make("a.mov", tone(4, "0.8*sin(2*PI*440*t)"), ENCODING);
        MediaSegment quiet =
                MediaSegment.of("s", 0, 75, "a.mov", "a", 0).withVolume(0.5).withFades(25, 25);
        short[] sound = Stage.sound(stage.rendered(RATE, quiet));
        assertThat(loudest(sound, 0, 1)).isLessThan(900);
        assertThat(loudest(sound, 12, 13)).isBetween(5800, 7600);
        assertThat(loudest(sound, 30, 45)).isBetween(12600, 13600);
        assertThat(loudest(sound, 74, 75)).isLessThan(900);
    }

    @Test
    void crossfadeOfDifferentSoundsKeepsThePower() {
        Stage stage = new Stage(folder)
                .make("a.mov", tone(6, "0.4*sin(2*PI*400*t)"), ENCODING)
                .make("b.mov", tone(6, "0.4*sin(2*PI*570*t)"), ENCODING);
        MediaSegment after = MediaSegment.of("b", 50, 50, "b.mov", "b", 50)
                .withTransition(new Transition(Transition.Kind.CROSSFADE, 50));
        short[] sound = Stage.sound(stage.rendered(RATE, segment("a.mov", 0, 50, 25), after));
        double before = power(sound, 5, 20);
        assertThat(power(sound, 40, 60) / before).isBetween(0.9, 1.1);
        assertThat(power(sound, 80, 95) / before).isBetween(0.9, 1.1);
    }

    @Test
    void tracksAreSummedAndNeverClip() {
        Stage stage = new Stage(folder)
                .make("a.wav", "aevalsrc='0.9*sin(2*PI*440*t)':d=2:s=48000", "-c:a", "pcm_s16le")
                .make("b.wav", "aevalsrc='0.9*sin(2*PI*440*t)':d=2:s=48000", "-c:a", "pcm_s16le");
        Path file = stage.rendered(timeline(
                RATE,
                new Track(TrackKind.AUDIO, List.of(segment("a.wav", 0, 50, 0))),
                new Track(TrackKind.AUDIO, List.of(segment("b.wav", 0, 25, 0)))));
        short[] sound = Stage.sound(file);
        assertThat(loudest(sound, 5, 20)).isGreaterThan(31000);
        assertThat(loudest(sound, 30, 45)).isBetween(28500, 30500);
    }

    @Test
    void cutInTheMiddleOfAWaveDoesNotClick() {
        Stage stage = new Stage(folder).make("a.mov", tone(4, "0.8*sin(2*PI*100*t+1.5708*gt(t,2))"), ENCODING);
        short[] sound = Stage.sound(stage.rendered(RATE, segment("a.mov", 0, 25, 5), segment("a.mov", 25, 25, 60)));
        int cut = 25 * SAMPLES_A_FRAME;
        int steepest = IntStream.range(cut - 500, cut + 500)
                .map(i -> Math.abs(sound[i + 1] - sound[i]))
                .max()
                .orElseThrow();
        // The tone itself rises by 343 a sample; a jump would be up to 26000.
        assertThat(steepest).isLessThan(700);
    }

    /** A white picture and a sound. */
    private static String tone(int seconds, String sound) {
        return "color=white:s=320x180:r=25:d=%d[out0];aevalsrc='%s':d=%d:s=48000[out1]"
                .formatted(seconds, sound, seconds);
    }

    private static List<Long> onsets(short[] sound) {
        List<Long> onsets = new ArrayList<>();
        long last = -SAMPLES_A_FRAME * 5L;
        for (int i = 0; i < sound.length; i++) {
            if (Math.abs(sound[i]) < 4000) continue;
            if (i - last > SAMPLES_A_FRAME * 5L) onsets.add((long) i);
            last = i;
        }
        return onsets;
    }

    private static int loudest(short[] sound, int fromFrame, int toFrame) {
        return IntStream.range(fromFrame * SAMPLES_A_FRAME, toFrame * SAMPLES_A_FRAME)
                .map(i -> Math.abs(sound[i]))
                .max()
                .orElseThrow();
    }

    private static double power(short[] sound, int fromFrame, int toFrame) {
        return IntStream.range(fromFrame * SAMPLES_A_FRAME, toFrame * SAMPLES_A_FRAME)
                .mapToDouble(i -> (double) sound[i] * sound[i])
                .average()
                .orElseThrow();
    }
}
