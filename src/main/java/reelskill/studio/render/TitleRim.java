package reelskill.studio.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import reelskill.studio.timeline.TextStyle;

/** The outline around letters, and around whatever else is drawn with them: their shape, widened by a disc. */
final class TitleRim {
    private static final int SOLID = 255;
    /** Of a line's height. */
    private static final float WIDTH = 0.055f;

    private TitleRim() {}

    /**
     * Returns {@code words} with the rim of their style behind them, in a picture of the same size; the same words where it
     * has none.
     *
     * @param size the height of a line in pixels
     */
    static BufferedImage around(BufferedImage words, TextStyle style, float size) {
        if (style.rim().isEmpty()) return words;
        int width = words.getWidth();
        int height = words.getHeight();
        int[] alpha = words.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < alpha.length; i++) alpha[i] >>>= 24;
        int[] rim = widened(alpha, width, Math.max(1.5f, size * WIDTH));
        for (int i = 0; i < rim.length; i++) rim[i] = rim[i] << 24 | style.rim().getAsInt();
        BufferedImage picture = TitlePainter.picture(width, height);
        picture.setRGB(0, 0, width, height, rim, 0, width);
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(words, 0, 0, null);
        graphics.dispose();
        return picture;
    }

    private static int[] widened(int[] alpha, int width, float radius) {
        int[] rim = alpha.clone();
        int reach = (int) Math.ceil(radius);
        for (int i = 0; i < alpha.length; i++) {
            if (alpha[i] == 0 || isInside(alpha, width, i)) continue;
            for (int down = -reach; down <= reach; down++) {
                for (int right = -reach; right <= reach; right++) widen(alpha, rim, width, i, right, down, radius);
            }
        }
        return rim;
    }

    /** The last pixel of the disc is as light as its share of it. */
    private static void widen(int[] alpha, int[] rim, int width, int from, int right, int down, float radius) {
        int to = from + down * width + right;
        int column = from % width + right;
        if (to < 0 || to >= rim.length || column < 0 || column >= width) return;
        double share = Math.min(1, radius + 0.5 - Math.hypot(right, down));
        if (share > 0) rim[to] = Math.max(rim[to], (int) (alpha[from] * share));
    }

    /** What has only solid neighbours widens nothing. */
    private static boolean isInside(int[] alpha, int width, int at) {
        return at >= width
                && at + width < alpha.length
                && alpha[at] + alpha[at - 1] + alpha[at + 1] + alpha[at - width] + alpha[at + width] == 5 * SOLID;
    }
}
