package reelskill.studio.analysis;

/** A filter of second order for stereo, by its coefficients divided by the first of the denominator. Not thread-safe. */
final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double leftEarly;
    private double leftLate;
    private double rightEarly;
    private double rightLate;

    Biquad(double b0, double b1, double b2, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    /** Returns a Butterworth that takes out what is lower than {@code hertz}, for sound at {@link Sound#RATE}. */
    static Biquad highPass(double hertz) {
        double k = Math.tan(Math.PI * hertz / Sound.RATE);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        return new Biquad(norm, -2 * norm, norm, 2 * (k * k - 1) * norm, (1 - Math.sqrt(2) * k + k * k) * norm);
    }

    /**
     * Filters the next samples in place, left before right. Both in one loop: the processor works on one while it waits for
     * the other. In local variables: Java's quick compiler leaves fields in memory.
     */
    void filter(double[] interleaved) {
        double left1 = leftEarly;
        double left2 = leftLate;
        double right1 = rightEarly;
        double right2 = rightLate;
        for (int i = 0; i < interleaved.length; i += 2) {
            double left = interleaved[i];
            double right = interleaved[i + 1];
            double leftMade = b0 * left + left1;
            double rightMade = b0 * right + right1;
            left1 = b1 * left - a1 * leftMade + left2;
            right1 = b1 * right - a1 * rightMade + right2;
            left2 = b2 * left - a2 * leftMade;
            right2 = b2 * right - a2 * rightMade;
            interleaved[i] = leftMade;
            interleaved[i + 1] = rightMade;
        }
        leftEarly = left1;
        leftLate = left2;
        rightEarly = right1;
        rightLate = right2;
    }
}
