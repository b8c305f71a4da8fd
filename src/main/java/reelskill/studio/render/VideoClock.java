package reelskill.studio.render;

import reelskill.media.FrameRate;

/**
 * The clock of a file's picture, on which every frame lasts the same whole number of ticks.
 *
 * @param timescale ticks a second
 * @param ticks how many of them a frame lasts
 */
record VideoClock(long timescale, long ticks) {
    /** Players and muxers expect a clock about this fine. */
    private static final long FINE = 10_000;

    static VideoClock of(FrameRate rate) {
        long factor = Math.max(1, (FINE + rate.numerator() - 1) / rate.numerator());
        return new VideoClock(rate.numerator() * factor, rate.denominator() * factor);
    }
}
