package reelskill.studio.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reelskill.media.FrameRate;

/** The constant frame rate that fits measured frame times best. */
final class FittingRate {
    /** Where frames come unevenly, a faster rate only repeats them. */
    private static final double FASTEST_UNEVEN = 60;

    private static final double FASTEST = 240;
    private static final double SLOWEST = 1;

    /** Whole numbers and the 1001 family. */
    private static final List<FrameRate> STANDARD = Stream.concat(
                    IntStream.of(15, 24, 30, 48, 60, 120).mapToObj(fps -> new FrameRate(fps * 1000, 1001)),
                    IntStream.rangeClosed(1, 240).mapToObj(fps -> new FrameRate(fps, 1)))
            .toList();

    private FittingRate() {}

    /**
     * Returns the rate of a stream that keeps one beat: the standard one within 0.1 % of {@code measured}, the header's
     * word deciding between 24 and 24000/1001 where a short clip with times in milliseconds fits both.
     */
    static FrameRate even(double measured, FrameRate header) {
        double fps = Math.max(SLOWEST, Math.min(measured, FASTEST));
        if (STANDARD.contains(header) && distance(header, fps) < 0.002) return header;
        FrameRate nearest = nearest(fps);
        return distance(nearest, fps) <= 0.001 ? nearest : unusual(fps);
    }

    /** Returns the standard rate next to the beat that an uneven stream mostly has, at most 60. */
    static FrameRate uneven(double usual) {
        return nearest(Math.max(SLOWEST, Math.min(usual, FASTEST_UNEVEN)));
    }

    private static FrameRate nearest(double fps) {
        return STANDARD.stream()
                .min(Comparator.comparingDouble(rate -> distance(rate, fps)))
                .orElseThrow();
    }

    private static double distance(FrameRate rate, double fps) {
        return Math.abs(rate.fps() / fps - 1);
    }

    private static FrameRate unusual(double fps) {
        return new FrameRate((int) Math.round(fps * 1000), 1000);
    }
}
