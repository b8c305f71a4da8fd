package reelskill.studio.plan;

import java.time.Duration;

/**
 * What counts as boring: a pause in the sound, and a picture that stands still while nothing is said. Media without
 * sound, or with none that stands out of its noise, is judged by its picture alone.
 *
 * @param shortestPause pauses shorter than this stay
 * @param padding what stays of a pause on each side, so that no word is clipped
 * @param shortestStill a still picture shorter than this stays
 * @param sensitivityDb moves the loudness below which sound counts as a pause; positive removes more, 0 is the rule as
 *     measured from the clip's own speech and noise
 */
public record BoringRule(Duration shortestPause, Duration padding, Duration shortestStill, double sensitivityDb) {
    public static final BoringRule DEFAULT =
            new BoringRule(Duration.ofMillis(600), Duration.ofMillis(150), Duration.ofSeconds(2), 0);

    public BoringRule {
        if (padding.isNegative() || shortestPause.compareTo(padding.multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException(
                    "a pause of " + shortestPause + " leaves nothing to remove with a padding of " + padding);
        }
    }

    /** Returns a rule that removes more where {@code factor} is above 1, and less below. */
    BoringRule scaled(double factor) {
        return new BoringRule(
                seconds(shortestPause, factor),
                seconds(padding, factor),
                shortestStill.compareTo(CutBoring.NEVER) < 0 ? seconds(shortestStill, factor) : shortestStill,
                sensitivityDb + Math.round(3 * Math.log(factor) / Math.log(1.5)));
    }

    private static Duration seconds(Duration time, double factor) {
        if (time.compareTo(CutBoring.NEVER) >= 0) return time;
        return Duration.ofMillis(Math.max(40, Math.round(time.toMillis() / factor / 10) * 10));
    }
}
