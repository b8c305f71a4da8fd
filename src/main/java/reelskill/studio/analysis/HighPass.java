package reelskill.studio.analysis;

/** Takes mains hum, rumble and offset out of one channel: a second-order Butterworth at 100 Hz. Not thread-safe. */
final class HighPass {
    private static final double CORNER_HERTZ = 100;

    private final double b0;
    private final double a1;
    private final double a2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    HighPass() {
        double k = Math.tan(Math.PI * CORNER_HERTZ / Sound.RATE);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        b0 = norm;
        a1 = 2 * (k * k - 1) * norm;
        a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
    }

    /** Filters the next samples in place. */
    void filter(double[] samples) {
        double before = x1;
        double earlier = x2;
        double made = y1;
        double older = y2;
        for (int i = 0; i < samples.length; i++) {
            double x = samples[i];
            double y = b0 * (x - 2 * before + earlier) - a1 * made - a2 * older;
            earlier = before;
            before = x;
            older = made;
            made = y;
            samples[i] = y;
        }
        x1 = before;
        x2 = earlier;
        y1 = made;
        y2 = older;
    }
}
