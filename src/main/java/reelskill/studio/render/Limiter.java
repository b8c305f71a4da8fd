package reelskill.studio.render;

import java.util.Arrays;
import reelskill.studio.analysis.Sound;

/**
 * Keeps the true peaks of a stereo sound under a ceiling: it looks 5 ms ahead, so that it is down before a peak comes, and
 * lets go over a tenth of a second. What comes out is {@link #LATENCY} late. Not thread-safe.
 */
final class Limiter {
    /** In samples a channel. */
    static final int LATENCY = Sound.RATE / 200 + TruePeak.DELAY;

    private static final int WINDOW = Sound.RATE / 200;
    private static final double RELEASE = 1 - Math.exp(-1 / (0.1 * Sound.RATE));

    private final double ceiling;
    private final TruePeak left = new TruePeak();
    private final TruePeak right = new TruePeak();
    private final float[] delayed = new float[2 * LATENCY];
    private final Lowest needed = new Lowest(WINDOW + 2);
    private final double[] smoothed = new double[WINDOW];
    private double sum = WINDOW;
    private double held = 1;
    private int place;
    private int delay;

    /** @param ceiling a share of full scale */
    Limiter(double ceiling) {
        this.ceiling = ceiling;
        Arrays.fill(smoothed, 1);
    }

    /** Replaces each sample by the one that is {@link #LATENCY} before it, at most at the ceiling. */
    void next(float[] interleaved) {
        for (int i = 0; i + 1 < interleaved.length; i += 2) {
            double peak = Math.max(left.next(interleaved[i]), right.next(interleaved[i + 1]));
            double gain = gain(peak);
            float l = delayed[delay];
            float r = delayed[delay + 1];
            delayed[delay] = interleaved[i];
            delayed[delay + 1] = interleaved[i + 1];
            delay = (delay + 2) % delayed.length;
            interleaved[i] = (float) (l * gain);
            interleaved[i + 1] = (float) (r * gain);
        }
    }

    /** The mean of gains that are all low enough for the oldest sample is low enough too, and has no corners. */
    private double gain(double peak) {
        double lowest = needed.next(peak > ceiling ? ceiling / peak : 1);
        held = Math.min(lowest, held + (1 - held) * RELEASE);
        sum += held - smoothed[place];
        smoothed[place] = held;
        place = (place + 1) % WINDOW;
        return Math.min(1, sum / WINDOW);
    }

    /** The lowest of the last values, in a queue in which they rise. */
    private static final class Lowest {
        private final int window;
        private final double[] values;
        private final long[] times;
        private int head;
        private int size;
        private long now;

        Lowest(int window) {
            this.window = window;
            this.values = new double[window + 1];
            this.times = new long[window + 1];
        }

        double next(double value) {
            while (size > 0 && values[(head + size - 1) % values.length] >= value) size--;
            values[(head + size) % values.length] = value;
            times[(head + size++) % values.length] = now;
            if (times[head] <= now++ - window) {
                head = (head + 1) % values.length;
                size--;
            }
            return values[head];
        }
    }
}
