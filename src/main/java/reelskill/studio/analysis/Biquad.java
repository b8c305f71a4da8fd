package reelskill.studio.analysis;

/** A filter of second order, by its coefficients divided by the first of the denominator. Not thread-safe. */
public final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double s1;
    private double s2;

    public Biquad(double b0, double b1, double b2, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    /** Returns the next sample {@code x} as filtered behind all before it. */
    public double next(double x) {
        double y = b0 * x + s1;
        s1 = b1 * x - a1 * y + s2;
        s2 = b2 * x - a2 * y;
        return y;
    }

    /** Filters the next samples in place, as {@link #next} does one by one: there Java's quick compiler calls for each. */
    void filter(double[] samples) {
        double early = s1;
        double late = s2;
        for (int i = 0; i < samples.length; i++) {
            double x = samples[i];
            double y = b0 * x + early;
            early = b1 * x - a1 * y + late;
            late = b2 * x - a2 * y;
            samples[i] = y;
        }
        s1 = early;
        s2 = late;
    }
}
