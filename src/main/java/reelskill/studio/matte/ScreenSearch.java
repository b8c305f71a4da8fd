package reelskill.studio.matte;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Looks for one strong green or blue all along a picture's upper and outer edges and over much of the rest. The limits
 * were set on green screens, lawns, skies and coloured cards.
 */
final class ScreenSearch {
    private static final int BLOCK = 8;
    /** How much of the width and height the edge is. */
    private static final double EDGE = 0.06;

    private static final double LEAST_OF_EDGE = 0.5;
    private static final double LEAST_OF_PICTURE = 0.3;
    /** How far colours of one screen are apart: light falls off towards its corners. */
    private static final double SPREAD = 26;
    /** Cloth is smooth where a lawn is not: the most that neighbours differ in luma on average. */
    private static final double ROUGH = 5;

    /** Between lawns and lime on one side and teal on the other, as angles of the chroma plane in degrees. */
    private static final double[] GREEN = {-145, -107};

    private static final double LEAST_GREEN = 24;
    /** Skies are paler than a blue screen, and nearer to cyan. */
    private static final double[] BLUE = {-34, -8};

    private static final double LEAST_BLUE = 34;

    private final CoarsePicture picture;
    private final int[] edge;

    ScreenSearch(YuvPicture whole) {
        picture = CoarsePicture.of(Half.of(whole), BLOCK);
        edge = blocks(i -> isEdge(i % picture.width(), i / picture.width()));
    }

    /** Returns the colour in Y, U and V. */
    Optional<float[]> find() {
        float[] rough = median(edge);
        if (!isStrong(rough)) return Optional.empty();
        int[] alike = blocks(i -> isAlike(i, rough));
        long inEdge = IntStream.of(edge).filter(i -> isAlike(i, rough)).count();
        boolean isScreen = inEdge >= LEAST_OF_EDGE * edge.length
                && alike.length >= LEAST_OF_PICTURE * picture.y().length
                && roughness(rough) <= ROUGH;
        return isScreen ? Optional.of(median(alike)) : Optional.empty();
    }

    private boolean isEdge(int x, int y) {
        boolean side = x < EDGE * picture.width() || x >= (1 - EDGE) * picture.width();
        // People come from below, and stand in the middle.
        return y < EDGE * picture.height() || (side && y < 0.8 * picture.height());
    }

    private boolean isAlike(int i, float[] colour) {
        return Math.hypot(picture.u()[i] - colour[1], picture.v()[i] - colour[2]) < SPREAD;
    }

    private static boolean isStrong(float[] colour) {
        double strength = Math.hypot(colour[1] - 128, colour[2] - 128);
        double angle = Math.toDegrees(Math.atan2(colour[2] - 128, colour[1] - 128));
        boolean green = angle >= GREEN[0] && angle <= GREEN[1] && strength >= LEAST_GREEN;
        boolean blue = angle >= BLUE[0] && angle <= BLUE[1] && strength >= LEAST_BLUE;
        return green || blue;
    }

    private double roughness(float[] colour) {
        return IntStream.range(1, picture.y().length)
                .filter(i -> i % picture.width() > 0 && isAlike(i, colour) && isAlike(i - 1, colour))
                .mapToDouble(i -> Math.abs(picture.y()[i] - picture.y()[i - 1]))
                .average()
                .orElse(0);
    }

    private int[] blocks(IntPredicate wanted) {
        return IntStream.range(0, picture.y().length).filter(wanted).toArray();
    }

    private float[] median(int[] blocks) {
        return new float[] {median(picture.y(), blocks), median(picture.u(), blocks), median(picture.v(), blocks)};
    }

    private static float median(float[] plane, int[] blocks) {
        double[] sorted =
                IntStream.of(blocks).mapToDouble(i -> plane[i]).sorted().toArray();
        return (float) sorted[sorted.length / 2];
    }
}
