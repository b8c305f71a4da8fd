package reelskill.media;

import java.time.Duration;

/** The time {@code [in, out)}: from the first moment inside to the first moment outside. Never empty. */
public record TimeRange(Duration in, Duration out) {
    public TimeRange {
        if (in.isNegative() || out.compareTo(in) <= 0) {
            throw new IllegalArgumentException("not a range: " + in + " to " + out);
        }
    }

    /** Returns the range from {@code in} to {@code out}, both to the nearest nanosecond. */
    public static TimeRange ofSeconds(double in, double out) {
        return new TimeRange(Duration.ofNanos(Math.round(in * 1e9)), Duration.ofNanos(Math.round(out * 1e9)));
    }

    public Duration duration() {
        return out.minus(in);
    }

    /** Returns whether {@code time} is inside; the end is not. */
    public boolean contains(Duration time) {
        return time.compareTo(in) >= 0 && time.compareTo(out) < 0;
    }
}
