package reelskill.media;

import java.time.Duration;

/** Frames a second as an exact fraction, like 30000/1001. */
public record FrameRate(int numerator, int denominator) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("frame rate must be positive: " + numerator + "/" + denominator);
        }
    }

    /** Returns the rate of {@code "30000/1001"} or {@code "25"}. */
    public static FrameRate parse(String text) {
        String[] parts = text.split("/", 2);
        return new FrameRate(Integer.parseInt(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
    }

    public double fps() {
        return (double) numerator / denominator;
    }

    /** Returns the number of the frame boundary nearest to {@code time}. */
    public long frames(Duration time) {
        return Math.round(time.getSeconds() * fps() + time.getNano() * fps() / NANOS_PER_SECOND);
    }

    /** Returns when frame {@code frames} begins, to the nanosecond. */
    public Duration time(long frames) {
        long ticks = frames * denominator;
        long seconds = Math.floorDiv(ticks, numerator);
        long rest = Math.floorMod(ticks, numerator);
        return Duration.ofSeconds(seconds, Math.round((double) rest * NANOS_PER_SECOND / numerator));
    }

    /** Returns when frame {@code frames} begins, in seconds. */
    public double seconds(long frames) {
        return (double) frames * denominator / numerator;
    }

    /** Returns when frame {@code frames} begins, in whole milliseconds: the wire's unit. */
    public long millis(long frames) {
        return Math.round(seconds(frames) * 1000);
    }

    /** Returns the frame boundary that {@link #millis} turned into {@code millis}; exact below 500 frames a second. */
    public long framesOfMillis(long millis) {
        return Math.round(millis * fps() / 1000);
    }

    @Override
    public String toString() {
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }
}
