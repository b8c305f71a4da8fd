package reelskill.studio.plan;

import java.util.Optional;

/**
 * A number of decibels as it was said.
 *
 * @param size 0 or more
 * @param sign "up", "down", or "" where the words around it must say
 */
record Decibels(double size, String sign) {
    /** More than this is hardly a change any more, and louder than what can be made. */
    private static final double MOST = 60;

    private static final double MOST_LOUDER = 12;

    /** Returns the factor for as much louder or quieter; empty where nothing says which, or it makes no sense. */
    Optional<Double> factor(boolean up, boolean down) {
        boolean louder = up || sign.equals("up");
        boolean quieter = down || sign.equals("down");
        // "turn it down by -6 dB" says twice which way.
        boolean clear = up != down || (!up && louder != quieter);
        if (!clear || size == 0 || size > (up || (!down && louder) ? MOST_LOUDER : MOST)) return Optional.empty();
        boolean more = up || (!down && louder);
        return Optional.of(thousandths(Math.pow(10, (more ? size : -size) / 20)));
    }

    /** Returns the share of the full level that lies as much below it; empty for what lies above it. */
    Optional<Double> level() {
        return size > MOST || (sign.equals("up") && size > 0)
                ? Optional.empty()
                : Optional.of(thousandths(Math.pow(10, -size / 20)));
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
