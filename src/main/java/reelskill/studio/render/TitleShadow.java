package reelskill.studio.render;

import java.awt.image.BufferedImage;

/** The dark, soft rim behind a title. */
final class TitleShadow {
    /** Three box blurs look like a Gaussian one. */
    private static final int PASSES = 3;
    /** Makes the inside of the rim solid before it fades. */
    private static final int GAIN = 3;

    private static final int DARKEST = 190;
    private static final int SOFT = 130;

    private TitleShadow() {}

    /** Returns what {@code words} cast, black, about {@code radius} pixels wide, in a picture of the same size. */
    static BufferedImage of(BufferedImage words, int radius) {
        return of(words, radius, GAIN, DARKEST);
    }

    /** Returns the lighter one of a large thing that stands a little before the picture. */
    static BufferedImage soft(BufferedImage thing, int radius) {
        return of(thing, radius, 1, SOFT);
    }

    private static BufferedImage of(BufferedImage words, int radius, int gain, int darkest) {
        int width = words.getWidth();
        int height = words.getHeight();
        int[] alpha = words.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = alpha[i] >>> 24;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            alpha = blurredAndTurned(blurredAndTurned(alpha, width, height, radius), height, width, radius);
        }
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (Math.min(255, alpha[i] * gain) * darkest / 255) << 24;
        }
        BufferedImage shadow = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        shadow.setRGB(0, 0, width, height, alpha, 0, width);
        return shadow;
    }

    /** Blurs along the rows and swaps rows and columns, so that twice does both directions. */
    private static int[] blurredAndTurned(int[] pixels, int width, int height, int radius) {
        int[] turned = new int[pixels.length];
        for (int y = 0; y < height; y++) {
            int sum = 0;
            for (int x = -radius; x < width; x++) {
                if (x + radius < width) sum += pixels[y * width + x + radius];
                if (x - radius - 1 >= 0) sum -= pixels[y * width + x - radius - 1];
                if (x >= 0) turned[x * height + y] = sum / (2 * radius + 1);
            }
        }
        return turned;
    }
}
