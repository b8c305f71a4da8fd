package reelskill.studio.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Measures how loud a sound is, as ITU-R BS.1770-4 and EBU R128 do: weighted by what ears hear, in blocks of 400 ms every
 * 100 ms, without those that are silent or 10 LU below the rest. Takes stereo at {@link Sound#RATE}. Not thread-safe.
 */
public final class LoudnessMeter {
    private static final int STEP = Sound.RATE / 10;
    private static final int STEPS_PER_BLOCK = 4;
    private static final double SILENT_LUFS = -70;
    private static final double RELATIVE_GATE = 10;

    /** The K-weighting of BS.1770 at 48 kHz: the head's shelf, then a high pass; coefficients from its tables 1 and 2. */
    private final Biquad shelf =
            new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);

    private final Biquad highPass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
    private double[] steps = new double[1024];
    private int count;
    private double power;
    private int inStep;

    /** Takes the next samples, left before right. */
    public void take(float[] interleaved) {
        double[] weighted = new double[interleaved.length];
        for (int i = 0; i < weighted.length; i++) weighted[i] = interleaved[i];
        shelf.filter(weighted);
        highPass.filter(weighted);
        for (int i = 0; i < weighted.length; i += 2) {
            power += weighted[i] * weighted[i] + weighted[i + 1] * weighted[i + 1];
            if (++inStep == STEP) endStep();
        }
    }

    /** Returns the integrated loudness in LUFS; empty for less than 400 ms and for silence. */
    public OptionalDouble integrated() {
        return integrated(steps());
    }

    /** Returns the power of each whole tenth of a second so far, weighted, both sides together. */
    public double[] steps() {
        return Arrays.copyOf(steps, count);
    }

    /** Returns the loudness in LUFS of a sound whose {@link #steps} these are; empty as for {@link #integrated()}. */
    public static OptionalDouble integrated(double[] steps) {
        double[] blocks = blocks(steps);
        double audible = mean(blocks, power(SILENT_LUFS));
        if (audible == 0) return OptionalDouble.empty();
        return OptionalDouble.of(lufs(mean(blocks, Math.max(power(SILENT_LUFS), audible / power(RELATIVE_GATE, 0)))));
    }

    /** Returns how loud all of {@code sound} is; empty if nothing is heard. */
    public static OptionalDouble of(Sound sound) {
        return integrated(stepsOf(sound));
    }

    static double[] stepsOf(Sound sound) {
        LoudnessMeter meter = new LoudnessMeter();
        float[] samples = new float[STEP * 2];
        for (long at = 0; at < sound.frames(); at += STEP) {
            sound.read(at, samples);
            meter.take(samples);
        }
        return meter.steps();
    }

    private void endStep() {
        if (count == steps.length) steps = Arrays.copyOf(steps, count * 2);
        steps[count++] = power / STEP;
        power = 0;
        inStep = 0;
    }

    private static double[] blocks(double[] steps) {
        double[] blocks = new double[Math.max(0, steps.length - STEPS_PER_BLOCK + 1)];
        for (int i = 0; i < blocks.length; i++) {
            for (int step = i; step < i + STEPS_PER_BLOCK; step++) blocks[i] += steps[step] / STEPS_PER_BLOCK;
        }
        return blocks;
    }

    private static double mean(double[] blocks, double gate) {
        return Arrays.stream(blocks).filter(block -> block > gate).average().orElse(0);
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double power(double lufs) {
        return power(lufs, 0.691);
    }

    private static double power(double decibels, double offset) {
        return Math.pow(10, (decibels + offset) / 10);
    }
}
