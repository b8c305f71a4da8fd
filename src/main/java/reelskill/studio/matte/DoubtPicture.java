package reelskill.studio.matte;

/**
 * A finished frame, small and grey, in which glows what is a guess: red where something may or may not be the person,
 * yellow where nothing speaks for either.
 *
 * @param frame its number, in the media's time
 * @param doubt how much of the person is a guess; the higher the worse
 * @param rgb rows of {@code 0xRRGGBB}; belongs to the picture, nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent")
public record DoubtPicture(long frame, double doubt, int width, int height, int[] rgb) {
    private static final int WIDTH = 480;
    private static final int LEAST = 26;
    private static final int MOST = 230;

    static DoubtPicture of(long frame, double doubt, YuvPicture picture, Matte matte) {
        int width = Math.min(WIDTH, picture.width());
        int height = Math.max(1, picture.height() * width / picture.width());
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            int x = (2 * (i % width) + 1) * picture.width() / (2 * width);
            int y = (2 * (i / width) + 1) * picture.height() / (2 * height);
            rgb[i] = colour(picture.data()[y * picture.width() + x] & 255, matte.at(x + 0.5f, y + 0.5f));
        }
        return new DoubtPicture(frame, doubt, width, height, rgb);
    }

    private static int colour(int luma, int alpha) {
        int grey = Math.max(0, Math.min(255, (luma - 16) * 255 / 219)) * 3 / 4;
        if (alpha < LEAST || alpha >= MOST) return grey << 16 | grey << 8 | grey;
        int yellow = 255 - 2 * Math.abs(alpha - 128);
        return 255 << 16 | Math.max(0, yellow) << 8 | grey / 4;
    }
}
