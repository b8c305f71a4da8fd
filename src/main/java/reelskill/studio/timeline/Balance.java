package reelskill.studio.timeline;

/**
 * What was measured to be wrong with the light, and how it is put right: grey becomes grey, the darkest nearly black, the
 * brightest nearly white. It comes before every change of colour that a person asked for by name.
 *
 * @param red what red is multiplied by, 0.5 to 2; {@code green} and {@code blue} too
 * @param black the level, 0 to 0.4, that becomes black
 * @param white the level, 0.6 to 1, that becomes white
 */
public record Balance(double red, double green, double blue, double black, double white) implements Effect {
    public Balance {
        for (double gain : new double[] {red, green, blue}) {
            if (!(gain >= 0.5 && gain <= 2)) throw new IllegalArgumentException("a gain of " + gain);
        }
        if (!(black >= 0 && black <= 0.4 && white >= 0.6 && white <= 1)) {
            throw new IllegalArgumentException("levels from " + black + " to " + white);
        }
    }

    /** Returns whether nobody would see it. */
    public boolean isSlight() {
        double cast = Math.max(Math.abs(red - 1), Math.max(Math.abs(green - 1), Math.abs(blue - 1)));
        return cast < 0.02 && black < 0.02 && white > 0.98;
    }

    @Override
    public Class<Balance> kind() {
        return Balance.class;
    }
}
