package reelskill.studio.matte;

/**
 * The matte of a picture that was filmed before a screen, from colour alone: how much of the screen's colour a place has,
 * against how much the screen has around there (chroma keying by vectors, Jack 1993). Safe for use by many threads.
 */
final class ChromaKey {
    /** What is this near to the screen or to the person counts as such: noise of cameras and codecs. */
    private static final int NONE = 36;

    private static final int ALL = 230;
    private static final byte[] LEVELS = MatteMaker.levels(NONE, ALL);
    /** A colour counts as the screen's only where that outweighs what it has of others by this. */
    private static final float OTHERS = 0.6f;
    /** From here on it is the screen alone that is seen, whose strength tells of the light around there. */
    private static final float SURE = 0.65f;
    /** In chroma samples. */
    private static final int BLOCK = 16;

    private final float along;
    private final float across;
    private final float strength;

    ChromaKey(Screen screen, YuvMatrix matrix) {
        int red = screen.rgb() >> 16 & 255;
        int green = screen.rgb() >> 8 & 255;
        int blue = screen.rgb() & 255;
        double u = matrix.blueness(red, green, blue) - 128;
        double v = matrix.redness(red, green, blue) - 128;
        strength = (float) Math.hypot(u, v);
        along = (float) u / strength;
        across = (float) v / strength;
    }

    /** Returns the matte of {@code picture}, from which the screen's light on people is taken away. */
    Matte cut(YuvPicture picture) {
        int width = picture.chromaWidth();
        int height = picture.chromaHeight();
        float[] excess = excess(picture);
        despill(picture, excess);

        Light light = new Light(excess, width, height);
        byte[] alpha = new byte[excess.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float screen = light.at(x, y);
                float part = Math.max(0, Math.min(1, 1 - excess[i] / screen));
                alpha[i] = LEVELS[Math.round(255 * part)];
            }
        }
        return trimmed(alpha, picture);
    }

    /** Returns how much of the screen's colour each chroma sample has, beyond all others. */
    private float[] excess(YuvPicture picture) {
        float[] excess = new float[picture.chromaWidth() * picture.chromaHeight()];
        byte[] data = picture.data();
        int blue = picture.start(1);
        int red = picture.start(2);
        for (int i = 0; i < excess.length; i++) {
            float u = (data[blue + i] & 255) - 128;
            float v = (data[red + i] & 255) - 128;
            float own = u * along + v * across;
            float other = Math.abs(v * along - u * across);
            excess[i] = Math.max(0, own - OTHERS * other);
        }
        return excess;
    }

    private void despill(YuvPicture picture, float[] excess) {
        byte[] data = picture.data();
        int blue = picture.start(1);
        int red = picture.start(2);
        for (int i = 0; i < excess.length; i++) {
            if (excess[i] == 0) continue;
            data[blue + i] = chroma((data[blue + i] & 255) - excess[i] * along);
            data[red + i] = chroma((data[red + i] & 255) - excess[i] * across);
        }
    }

    private static byte chroma(float value) {
        return (byte) Math.max(16, Math.min(240, Math.round(value)));
    }

    /** How strongly the screen shines at each place, also where people hide it: smooth, from the blocks around. */
    private final class Light {
        private final int width;
        private final int height;
        private final float[] blocks;

        Light(float[] excess, int pictureWidth, int pictureHeight) {
            width = (pictureWidth + BLOCK - 1) / BLOCK;
            height = (pictureHeight + BLOCK - 1) / BLOCK;
            float[] sums = new float[width * height];
            int[] counts = new int[width * height];
            for (int i = 0; i < excess.length; i++) {
                if (excess[i] < SURE * strength) continue;
                int block = i / pictureWidth / BLOCK * width + i % pictureWidth / BLOCK;
                sums[block] += excess[i];
                counts[block]++;
            }
            boolean[] hole = new boolean[sums.length];
            for (int i = 0; i < sums.length; i++) {
                hole[i] = counts[i] < BLOCK * BLOCK / 2;
                sums[i] = hole[i] ? strength : sums[i] / counts[i];
            }
            boolean anySeen = false;
            for (boolean hidden : hole) anySeen |= !hidden;
            blocks = anySeen ? Filling.fill(sums, hole, width, height) : sums;
        }

        float at(int x, int y) {
            float column = Math.max(0, Math.min(width - 1, (x + 0.5f) / BLOCK - 0.5f));
            float row = Math.max(0, Math.min(height - 1, (y + 0.5f) / BLOCK - 0.5f));
            int left = (int) column;
            int top = (int) row;
            int right = Math.min(left + 1, width - 1);
            int bottom = Math.min(top + 1, height - 1);
            float upper = mix(blocks[top * width + left], blocks[top * width + right], column - left);
            float lower = mix(blocks[bottom * width + left], blocks[bottom * width + right], column - left);
            return mix(upper, lower, row - top);
        }

        private static float mix(float one, float other, float share) {
            return one + (other - one) * share;
        }
    }

    /** Returns the part of the matte that is not empty: what comes after works on that only. */
    private static Matte trimmed(byte[] alpha, YuvPicture picture) {
        int width = picture.chromaWidth();
        int height = picture.chromaHeight();
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int i = 0; i < alpha.length; i++) {
            if (alpha[i] == 0) continue;
            left = Math.min(left, i % width);
            right = Math.max(right, i % width + 1);
            top = Math.min(top, i / width);
            bottom = Math.max(bottom, i / width + 1);
        }
        if (left >= right) return Matte.empty(new Region(0, 0, picture.width(), picture.height()));
        left = Math.max(0, left - 1);
        top = Math.max(0, top - 1);
        right = Math.min(width, right + 1);
        bottom = Math.min(height, bottom + 1);
        byte[] part = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++)
            System.arraycopy(alpha, y * width + left, part, (y - top) * (right - left), right - left);
        Region region = new Region(
                2 * left, 2 * top, Math.min(2 * right, picture.width()), Math.min(2 * bottom, picture.height()));
        return new Matte(region, right - left, bottom - top, part);
    }
}
