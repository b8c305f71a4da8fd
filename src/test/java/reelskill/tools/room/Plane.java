package reelskill.tools.room;

/** Arithmetic on one colour of a picture, in linear light. */
final class Plane {
    private Plane() {}

    /** Three box blurs, close to a Gaussian. */
    static void blur(float[] plane, int width, int height, int radius) {
        float[] line = new float[Math.max(width, height)];
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < height; y++) blur(plane, y * width, 1, width, radius, line);
            for (int x = 0; x < width; x++) blur(plane, x, width, height, radius, line);
        }
    }

    private static void blur(float[] plane, int start, int step, int length, int radius, float[] line) {
        for (int i = 0; i < length; i++) line[i] = plane[start + i * step];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) sum += line[inside(k, length)];
        for (int i = 0; i < length; i++) {
            plane[start + i * step] = (float) (sum / (2 * radius + 1));
            sum += line[inside(i + radius + 1, length)] - line[inside(i - radius, length)];
        }
    }

    private static int inside(int i, int length) {
        return Math.max(0, Math.min(length - 1, i));
    }

    /**
     * The mean over a disc, as a wide open lens makes it: bright points become discs.
     *
     * @param radius in pixels; 0 leaves the plane as it is
     */
    static float[] disc(float[] plane, int width, int height, int radius) {
        if (radius == 0) return plane;
        double[] sums = new double[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++)
                sums[y * (width + 1) + x + 1] = sums[y * (width + 1) + x] + plane[y * width + x];
        }
        float[] result = new float[plane.length];
        for (int dy = -radius; dy <= radius; dy++) {
            int half = (int) Math.round(Math.sqrt(radius * radius - dy * dy));
            for (int y = 0; y < height; y++) {
                int row = inside(y + dy, height) * (width + 1);
                for (int x = 0; x < width; x++) {
                    int left = Math.max(0, x - half);
                    int right = Math.min(width, x + half + 1);
                    double mean = (sums[row + right] - sums[row + left]) / (right - left);
                    result[y * width + x] += (float) (mean * (2 * half + 1));
                }
            }
        }
        double area = 0;
        for (int dy = -radius; dy <= radius; dy++) area += 2 * Math.round(Math.sqrt(radius * radius - dy * dy)) + 1;
        for (int i = 0; i < result.length; i++) result[i] /= (float) area;
        return result;
    }

    /** Smooth noise of 0 to 1 that does not repeat soon. */
    static double noise(double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = ease(x - ix);
        double fy = ease(y - iy);
        double top = (1 - fx) * lattice(ix, iy) + fx * lattice(ix + 1, iy);
        double bottom = (1 - fx) * lattice(ix, iy + 1) + fx * lattice(ix + 1, iy + 1);
        return (1 - fy) * top + fy * bottom;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double lattice(int x, int y) {
        int h = x * 374_761_393 + y * 668_265_263;
        h = (h ^ (h >>> 13)) * 1_274_126_177;
        return ((h ^ (h >>> 16)) & 0xffff) / 65_535.0;
    }
}
