package reelskill.studio.analysis;

/** Takes mains hum, rumble and offset out of stereo: a second-order Butterworth at 100 Hz. Not thread-safe. */
final class HighPass {
    private static final double CORNER_HERTZ = 100;

    private final double b0;
    private final double a1;
    private final double a2;
    /** The last sample and the one before, then what was made of them: of the left channel, then of the right. */
    private final double[] memory = new double[8];

    HighPass() {
        double k = Math.tan(Math.PI * CORNER_HERTZ / Sound.RATE);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        b0 = norm;
        a1 = 2 * (k * k - 1) * norm;
        a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
    }

    /**
     * Filters the next samples, left before right, those from {@code from} up to {@code to}, and returns the sum of their
     * squares. Both channels in one loop: the processor works on one while it waits for the other.
     */
    double power(float[] interleaved, int from, int to) {
        double leftBefore = memory[0];
        double leftEarlier = memory[1];
        double leftMade = memory[2];
        double leftOlder = memory[3];
        double rightBefore = memory[4];
        double rightEarlier = memory[5];
        double rightMade = memory[6];
        double rightOlder = memory[7];
        double power = 0;
        for (int i = from; i < to; i += 2) {
            double left = interleaved[i];
            double right = interleaved[i + 1];
            double leftNext = b0 * (left - 2 * leftBefore + leftEarlier) - a1 * leftMade - a2 * leftOlder;
            double rightNext = b0 * (right - 2 * rightBefore + rightEarlier) - a1 * rightMade - a2 * rightOlder;
            power += leftNext * leftNext + rightNext * rightNext;
            leftEarlier = leftBefore;
            leftBefore = left;
            leftOlder = leftMade;
            leftMade = leftNext;
            rightEarlier = rightBefore;
            rightBefore = right;
            rightOlder = rightMade;
            rightMade = rightNext;
        }
        memory[0] = leftBefore;
        memory[1] = leftEarlier;
        memory[2] = leftMade;
        memory[3] = leftOlder;
        memory[4] = rightBefore;
        memory[5] = rightEarlier;
        memory[6] = rightMade;
        memory[7] = rightOlder;
        return power;
    }
}
