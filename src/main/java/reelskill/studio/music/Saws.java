package reelskill.studio.music;

import java.util.Random;

/** Several saws a little out of tune through a low pass: strings, a pad, a bass. Not thread-safe. */
final class Saws implements Tone {
    private final double[] phases;
    private final double[] steps;
    private final Envelope loudness;
    private final Envelope brightness;
    private final double dark;
    private final double bright;
    private final double vibrato;
    private double swing;
    private double low;
    private double band;
    private int untilTuned;
    private double f;

    /**
     * @param cents how far the saws are apart
     * @param dark the corner of the low pass in hertz when the note is soft, {@code bright} when it is at its brightest
     * @param vibrato in cents
     */
    Saws(
            Note note,
            int count,
            double cents,
            Envelope loudness,
            Envelope brightness,
            double dark,
            double bright,
            double vibrato,
            Random random) {
        phases = new double[count];
        steps = new double[count];
        for (int i = 0; i < count; i++) {
            double away = count == 1 ? 0 : cents * (2.0 * i / (count - 1) - 1) + random.nextGaussian();
            phases[i] = random.nextDouble();
            steps[i] = note.hertz() * StrictMath.pow(2, away / 1200) / Band.RATE;
        }
        this.loudness = loudness;
        this.brightness = brightness;
        this.dark = dark;
        this.bright = bright;
        this.vibrato = vibrato * StrictMath.log(2) / 1200;
        this.swing = random.nextDouble();
    }

    @Override
    public double next() {
        swing += 5.2 / Band.RATE;
        if (swing >= 1) swing -= 1;
        // A parabola in place of the sine: nobody hears the difference in a vibrato.
        double wave = swing < 0.5 ? 16 * swing * (0.5 - swing) : -16 * (swing - 0.5) * (1 - swing);
        double bend = 1 + vibrato * wave;
        double sum = 0;
        for (int i = 0; i < phases.length; i++) {
            double step = steps[i] * bend;
            phases[i] += step;
            if (phases[i] >= 1) phases[i] -= 1;
            sum += 2 * phases[i] - 1 - edge(phases[i], step);
        }
        return filtered(sum / StrictMath.sqrt(phases.length)) * loudness.next();
    }

    /** Rounds the jump of the saw over two samples (PolyBLEP), so that it has no overtones that fold back. */
    private static double edge(double phase, double step) {
        if (phase < step) {
            double x = phase / step;
            return x + x - x * x - 1;
        }
        if (phase > 1 - step) {
            double x = (phase - 1) / step;
            return x * x + x + x + 1;
        }
        return 0;
    }

    private double filtered(double sample) {
        double open = brightness.next();
        if (untilTuned-- <= 0) {
            untilTuned = 15;
            f = 2 * StrictMath.sin(StrictMath.PI * Math.min(0.16, (dark + (bright - dark) * open) / Band.RATE));
        }
        low += f * band;
        band += f * (sample - low - 1.2 * band);
        return low;
    }

    @Override
    public boolean isOver() {
        return loudness.isOver();
    }
}
