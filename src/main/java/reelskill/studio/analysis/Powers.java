package reelskill.studio.analysis;

/**
 * How loud a sound is in each tenth of a second, in a byte: 0 for silence, and from there on thirds of a decibel above -80.
 * Small enough to be kept, and what is summed of it is right to a tenth of a decibel.
 */
public final class Powers {
    static final Powers SILENCE = new Powers(new byte[0]);

    private static final double LOWEST = -80;
    private static final int STEPS_A_DECIBEL = 3;

    private final byte[] thirds;

    private Powers(byte[] thirds) {
        this.thirds = thirds;
    }

    static Powers kept(byte[] thirds) {
        return new Powers(thirds.clone());
    }

    /** Returns what is to be kept of the {@link LoudnessMeter#steps} of a sound. */
    static byte[] bytes(double[] steps) {
        byte[] thirds = new byte[steps.length];
        for (int i = 0; i < steps.length; i++) {
            double above = 10 * Math.log10(steps[i] + 1e-12) - LOWEST;
            thirds[i] = (byte) Math.max(0, Math.min(255, 1 + Math.round(above * STEPS_A_DECIBEL)));
        }
        return thirds;
    }

    /** Returns the weighted power of a tenth of a second; 0 outside of the sound. */
    public double at(long tenth) {
        int third = tenth < 0 || tenth >= thirds.length ? 0 : thirds[(int) tenth] & 0xFF;
        return third == 0 ? 0 : Math.pow(10, ((third - 1.0) / STEPS_A_DECIBEL + LOWEST) / 10);
    }
}
