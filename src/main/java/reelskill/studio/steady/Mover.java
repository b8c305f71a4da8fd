package reelskill.studio.steady;

import java.util.stream.IntStream;
import reelskill.media.Resolution;

/** Moves pictures of one size, planar YUV 4:2:0, 8 bits. Between pixels it goes through four, so that they stay sharp. */
final class Mover {
    private static final int FRACTIONS = 64;
    private static final float[][] KERNEL = kernel();
    private static final int ROWS = 32;

    private final Resolution size;

    Mover(Resolution size) {
        this.size = size;
    }

    /** Writes {@code from}, moved and enlarged, to {@code to}. */
    void move(byte[] from, byte[] to, Move move, double enlargement) {
        int luma = size.width() * size.height();
        int chroma = luma / 4;
        plane(from, to, 0, size.width(), size.height(), move, enlargement);
        plane(from, to, luma, size.width() / 2, size.height() / 2, move, enlargement);
        plane(from, to, luma + chroma, size.width() / 2, size.height() / 2, move, enlargement);
    }

    private static void plane(byte[] from, byte[] to, int start, int width, int height, Move move, double enlargement) {
        double scale = 1 / (enlargement * Math.exp(move.growth()));
        double cos = Math.cos(move.angle()) * scale;
        double sin = Math.sin(move.angle()) * scale;
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        double shiftX = move.x() * width * enlargement;
        double shiftY = move.y() * width * enlargement;
        IntStream.range(0, (height + ROWS - 1) / ROWS).parallel().forEach(band -> {
            for (int y = band * ROWS; y < Math.min(height, (band + 1) * ROWS); y++) {
                double downX = -middleX - shiftX;
                double downY = y - middleY - shiftY;
                double fromX = middleX + cos * downX + sin * downY;
                double fromY = middleY - sin * downX + cos * downY;
                for (int x = 0; x < width; x++) {
                    to[start + y * width + x] = at(from, start, width, height, fromX + cos * x, fromY - sin * x);
                }
            }
        });
    }

    private static byte at(byte[] from, int start, int width, int height, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float[] across = KERNEL[(int) ((x - left) * FRACTIONS)];
        float[] down = KERNEL[(int) ((y - top) * FRACTIONS)];
        float sum = 0;
        boolean inside = left >= 1 && top >= 1 && left < width - 2 && top < height - 2;
        for (int row = 0; row < 4; row++) {
            int line = inside ? top - 1 + row : Math.max(0, Math.min(height - 1, top - 1 + row));
            int at = start + line * width;
            float values = 0;
            for (int column = 0; column < 4; column++) {
                int place = inside ? left - 1 + column : Math.max(0, Math.min(width - 1, left - 1 + column));
                values += across[column] * (from[at + place] & 255);
            }
            sum += down[row] * values;
        }
        return (byte) Math.max(0, Math.min(255, Math.round(sum)));
    }

    /** Catmull and Rom's spline at each of some fractions of a pixel. */
    private static float[][] kernel() {
        float[][] kernel = new float[FRACTIONS][4];
        for (int i = 0; i < FRACTIONS; i++) {
            float t = (float) i / FRACTIONS;
            kernel[i][0] = ((-0.5f * t + 1) * t - 0.5f) * t;
            kernel[i][1] = (1.5f * t - 2.5f) * t * t + 1;
            kernel[i][2] = ((-1.5f * t + 2) * t + 0.5f) * t;
            kernel[i][3] = (0.5f * t - 0.5f) * t * t;
        }
        return kernel;
    }
}
