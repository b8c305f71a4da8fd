package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is worked out for many samples at once is what their definitions say of each. */
class SoundAnalysisTest {
    private static final int FRAMES = Sound.RATE;

    @TempDir
    Path folder;

    @Test
    void eachSideIsFilteredAsDefinedInHoweverManyBlocks() {
        double[] samples = new Random(3).doubles(1000, -1, 1).toArray();
        double[] expected = samples.clone();
        for (int i = 0; i < samples.length; i++) {
            expected[i] = 1.5 * samples[i]
                    - 2.7 * at(samples, i - 2)
                    + 1.2 * at(samples, i - 4)
                    + 1.7 * at(expected, i - 2)
                    - 0.73 * at(expected, i - 4);
        }
        Biquad filter = new Biquad(1.5, -2.7, 1.2, -1.7, 0.73);
        double[] first = Arrays.copyOf(samples, 334);
        double[] rest = Arrays.copyOfRange(samples, 334, samples.length);
        filter.filter(first);
        filter.filter(rest);
        assertThat(first).containsExactly(Arrays.copyOf(expected, 334), within(1e-9));
        assertThat(rest).containsExactly(Arrays.copyOfRange(expected, 334, expected.length), within(1e-9));
    }

    private static double at(double[] samples, int index) {
        return index < 0 ? 0 : samples[index];
    }

    @Test
    void soundIsReadToTheSample() throws IOException {
        try (Sound sound = sine(440, 0.5)) {
            float[] read = new float[12];
            sound.read(-2, read);
            assertThat(read).startsWith(0, 0, 0, 0);
            for (int i = 4; i < read.length; i++) assertThat(read[i]).isEqualTo(sample(440, 0.5, i / 2 - 2) / 32768f);
            sound.read(FRAMES - 1, read);
            assertThat(read[2]).isZero();
        }
    }

    /** A tone of amplitude 0.5 has 9.03 dB less than full scale; hum is taken out. */
    @ParameterizedTest
    @CsvSource({"1000, -9.03, 0.05", "100, -12.04, 0.1", "20, -37, 1"})
    void levelsAreThoseOfTheToneWithoutHum(double hertz, double decibels, double tolerance) throws IOException {
        try (Sound sound = sine(hertz, 0.5)) {
            float[] levels = Levels.of(sound, 70);
            assertThat(levels).hasSize(70);
            double power = 0;
            for (int hop = 20; hop < 70; hop++) power += Math.pow(10, levels[hop] / 10) / 50;
            assertThat(10 * Math.log10(power)).isCloseTo(decibels, within(tolerance));
        }
    }

    /** BS.1770: a tone of 997 Hz at full scale on one side is -3.01 LUFS; on both, and half as high, it is -6.02. */
    @Test
    void loudnessIsThatOfTheStandard() throws IOException {
        try (Sound sound = sine(997, 0.5)) {
            assertThat(LoudnessMeter.of(sound).orElseThrow()).isCloseTo(-6.02, within(0.05));
        }
    }

    @ParameterizedTest
    @CsvSource({"300, 0.5", "3000, 0.5", "12000, 0"})
    void networksHearWhatTheirRateCanHold(double hertz, double amplitude) throws IOException {
        try (Sound sound = sine(hertz, 0.5)) {
            SpeechSound thin = new SpeechSound(sound);
            float[] samples = new float[512];
            thin.read(1000, samples);
            for (int i = 0; i < samples.length; i++) {
                double expected = amplitude * Math.sin(2 * Math.PI * hertz * (1000 + i) / 16_000);
                assertThat(samples[i]).isCloseTo((float) expected, within(0.003f));
            }
        }
    }

    private Sound sine(double hertz, double amplitude) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FRAMES * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAMES; i++) {
            short value = sample(hertz, amplitude, i);
            bytes.putShort(value).putShort(value);
        }
        return new Sound(Files.write(folder.resolve("tone.pcm"), bytes.array()));
    }

    private static short sample(double hertz, double amplitude, int frame) {
        return (short) Math.round(32767 * amplitude * Math.sin(2 * Math.PI * hertz * frame / Sound.RATE));
    }
}
