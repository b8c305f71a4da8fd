package reelskill.studio.music;

/** A room: eight delays that feed each other, each a little darker with every round. Not thread-safe. */
final class Reverb {
    /** In samples; without common divisors, so that no pitch is favoured. */
    private static final int[] LENGTHS = {1601, 1867, 2053, 2251, 2399, 2617, 2797, 3011};

    private static final int BEFORE = (int) (0.018 * Band.RATE);

    private final double[][] lines = new double[LENGTHS.length][];
    private final int[] places = new int[LENGTHS.length];
    private final double[] dark = new double[LENGTHS.length];
    private final double[] heard = new double[LENGTHS.length];
    private final double[] falls = new double[LENGTHS.length];
    private final double[] early = new double[BEFORE];
    private int place;

    /** @param seconds until the room is silent */
    Reverb(double seconds) {
        for (int i = 0; i < LENGTHS.length; i++) {
            lines[i] = new double[LENGTHS[i]];
            falls[i] = StrictMath.pow(0.001, LENGTHS[i] / (seconds * Band.RATE));
        }
    }

    /** Takes one sample and adds what the room answers to the left and the right one of {@code stereo}. */
    void next(double sample, double[] stereo) {
        double in = early[place];
        early[place] = sample;
        place = (place + 1) % BEFORE;
        for (int i = 0; i < lines.length; i++) {
            double out = lines[i][places[i]];
            dark[i] += 0.55 * (out - dark[i]);
            heard[i] = dark[i] * falls[i];
        }
        mix(heard);
        for (int i = 0; i < lines.length; i++) {
            stereo[i & 1] += (i & 2) == 0 ? dark[i] : -dark[i];
            lines[i][places[i]] = in * 0.35 + heard[i];
            places[i] = (places[i] + 1) % lines[i].length;
        }
    }

    /** A Hadamard matrix: everything goes everywhere, and no energy is won or lost. */
    private static void mix(double[] values) {
        for (int half = 1; half < values.length; half *= 2) {
            for (int i = 0; i < values.length; i++) {
                if ((i & half) != 0) continue;
                double a = values[i];
                double b = values[i + half];
                values[i] = a + b;
                values[i + half] = a - b;
            }
        }
        for (int i = 0; i < values.length; i++) values[i] *= 0.35355339059327;
    }
}
