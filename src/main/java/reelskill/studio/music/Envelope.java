package reelskill.studio.music;

/** How a note comes and goes: attack, decay to a level, and release after the key is let go. Not thread-safe. */
final class Envelope {
    private static final double INAUDIBLE = 1e-4;

    private final double attack;
    private final double decay;
    private final double sustain;
    private final double release;
    private long held;
    private double level;
    private boolean rising = true;

    /**
     * All times in seconds.
     *
     * @param sustain the level that the decay goes to, 0 to 1
     * @param length until the release begins
     */
    Envelope(double attack, double decay, double sustain, double release, double length) {
        this.attack = 1 / Math.max(1, attack * Band.RATE);
        this.decay = rate(decay);
        this.sustain = sustain;
        this.release = rate(release);
        this.held = Math.round(length * Band.RATE);
    }

    /** Returns the factor by which something falls a sample, to be down by 60 dB after {@code seconds}. */
    static double rate(double seconds) {
        return StrictMath.exp(-6.9 / Math.max(1, seconds * Band.RATE));
    }

    double next() {
        if (held-- <= 0) {
            rising = false;
            level *= release;
        } else if (rising) {
            level += attack;
            if (level >= 1) {
                level = 1;
                rising = false;
            }
        } else {
            level = sustain + (level - sustain) * decay;
        }
        return level;
    }

    boolean isOver() {
        return !rising && level < INAUDIBLE;
    }
}
