package reelskill.studio.matte;

import java.util.Optional;

/**
 * A green or blue screen that people were filmed before.
 *
 * @param rgb its colour as {@code 0xRRGGBB}
 */
public record Screen(int rgb) {
    /** Returns the screen behind whatever a picture shows; empty where there is none. */
    public static Optional<Screen> in(YuvPicture picture, YuvMatrix matrix) {
        return new ScreenSearch(picture).find().map(yuv -> new Screen(matrix.rgb(yuv[0], yuv[1], yuv[2])));
    }
}
