package reelskill.studio.render;

/**
 * The peaks between samples, as ITU-R BS.1770-4, annex 2, measures them: at four times the rate. Not thread-safe.
 */
public final class TruePeak {
    /** How many samples late a peak is reported. */
    public static final int DELAY = 6;

    private static final int PHASES = 4;
    private static final int TAPS = 2 * DELAY;
    private static final double[][] KERNEL = kernel();

    private final double[] last = new double[TAPS];
    private int place;

    /** Returns the highest level around the sample {@link #DELAY} before this one. */
    public double next(float sample) {
        last[place] = sample;
        place = (place + 1) % TAPS;
        double peak = 0;
        for (double[] phase : KERNEL) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) sum += phase[tap] * last[(place + tap) % TAPS];
            peak = Math.max(peak, Math.abs(sum));
        }
        return peak;
    }

    /** A sinc under a Hann window, for each quarter between two samples. */
    private static double[][] kernel() {
        double[][] kernel = new double[PHASES][TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double x = tap - (DELAY - 1) - (double) phase / PHASES;
                double window = Math.pow(Math.cos(Math.PI * x / (TAPS + 1)), 2);
                kernel[phase][tap] = (x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) * window;
                sum += kernel[phase][tap];
            }
            for (int tap = 0; tap < TAPS; tap++) kernel[phase][tap] /= sum;
        }
        return kernel;
    }
}
