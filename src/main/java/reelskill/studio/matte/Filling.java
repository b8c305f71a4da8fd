package reelskill.studio.matte;

/** Fills holes of a plane smoothly from around them: by ever coarser means, and back. */
final class Filling {
    private Filling() {}

    static float[] fill(float[] plane, boolean[] hole, int width, int height) {
        float[] weight = new float[plane.length];
        for (int i = 0; i < weight.length; i++) weight[i] = hole[i] ? 0 : 1;
        return filled(plane, weight, width, height);
    }

    private static float[] filled(float[] plane, float[] weight, int width, int height) {
        if (allSeen(weight) || (width == 1 && height == 1)) return plane;
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        float[] sums = new float[w * h];
        float[] weights = new float[w * h];
        for (int i = 0; i < plane.length; i++) {
            int small = i / width / 2 * w + i % width / 2;
            sums[small] += plane[i] * weight[i];
            weights[small] += weight[i];
        }
        for (int i = 0; i < sums.length; i++) {
            if (weights[i] > 0) sums[i] /= weights[i];
            weights[i] = Math.min(1, weights[i]);
        }
        float[] coarse = filled(sums, weights, w, h);
        float[] result = plane.clone();
        for (int i = 0; i < result.length; i++) {
            if (weight[i] == 0) result[i] = between(coarse, w, h, i % width, i / width);
        }
        return result;
    }

    private static boolean allSeen(float[] weight) {
        for (float w : weight) if (w == 0) return false;
        return true;
    }

    private static float between(float[] coarse, int width, int height, int x, int y) {
        int nearX = x / 2;
        int nearY = y / 2;
        int farX = Math.max(0, Math.min(width - 1, x % 2 == 0 ? nearX - 1 : nearX + 1));
        int farY = Math.max(0, Math.min(height - 1, y % 2 == 0 ? nearY - 1 : nearY + 1));
        float near = 0.75f * coarse[nearY * width + nearX] + 0.25f * coarse[nearY * width + farX];
        float far = 0.75f * coarse[farY * width + nearX] + 0.25f * coarse[farY * width + farX];
        return 0.75f * near + 0.25f * far;
    }
}
