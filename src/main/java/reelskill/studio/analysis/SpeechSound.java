package reelskill.studio.analysis;

import java.util.Arrays;
import reelskill.studio.speech.MonoSound;

/** A {@link Sound} at a third of its rate and with one channel. Safe for use by many threads. */
final class SpeechSound implements MonoSound {
    private static final int STEP = Sound.RATE / MonoSound.RATE;
    private static final int TAPS = 16 * STEP + 1;
    /** Passes what 16 kHz can hold, but for the last tenth. Factors of three frames each; those behind the last are 0. */
    private static final float[][] LOW_PASS = lowPass();

    private final Sound sound;

    SpeechSound(Sound sound) {
        this.sound = sound;
    }

    @Override
    public long length() {
        return sound.frames() / STEP;
    }

    @Override
    public void read(long first, float[] samples) {
        float[][] thirds = thirds(first * STEP - TAPS / 2, samples.length + LOW_PASS.length);
        Arrays.fill(samples, 0);
        // Sample by sample inside: so several are worked out at once.
        for (int step = 0; step < LOW_PASS.length; step++) add(LOW_PASS[step], thirds, step, samples);
    }

    private static void add(float[] factors, float[][] thirds, int from, float[] samples) {
        float[] early = thirds[0];
        float[] middle = thirds[1];
        float[] late = thirds[2];
        float forEarly = factors[0];
        float forMiddle = factors[1];
        float forLate = factors[2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] =
                    samples[i] + forEarly * early[from + i] + forMiddle * middle[from + i] + forLate * late[from + i];
        }
    }

    /** Returns every third frame from {@code first} on as one channel, those from the next on, and those from the one after. */
    private float[][] thirds(long first, int length) {
        float[] both = new float[length * STEP * 2];
        sound.read(first, both);
        float[][] thirds = new float[STEP][length];
        for (int third = 0; third < STEP; third++) {
            for (int i = 0; i < length; i++) {
                int frame = 2 * (i * STEP + third);
                thirds[third][i] = (both[frame] + both[frame + 1]) / 2;
            }
        }
        return thirds;
    }

    /** Returns a Hann-windowed sinc with a sum of one. */
    private static float[][] lowPass() {
        double corner = 0.9 / (2 * STEP);
        double[] taps = new double[TAPS];
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            double x = i - (TAPS - 1) / 2.0;
            double sinc = x == 0 ? 2 * corner : Math.sin(2 * Math.PI * corner * x) / (Math.PI * x);
            taps[i] = sinc * (0.5 + 0.5 * Math.cos(2 * Math.PI * x / TAPS));
            sum += taps[i];
        }
        float[][] lowPass = new float[TAPS / STEP + 1][STEP];
        for (int i = 0; i < TAPS; i++) lowPass[i / STEP][i % STEP] = (float) (taps[i] / sum);
        return lowPass;
    }
}
