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

    double next(double x) {
        double y = b0 * (x - 2 * x1 + x2) - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y;
    }
}
