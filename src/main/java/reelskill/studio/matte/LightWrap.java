package reelskill.studio.matte;

/**
 * Light that a bright background throws on the edges of people before it, so that they stand in it and not on it. It only
 * adds light, the most at the very edge and none beyond a fortieth of the picture's height.
 */
final class LightWrap {
    private static final int FACTOR = 4;
    private static final int REACH = 40;
    /** Light of another colour tints less than it brightens. */
    private static final float TINT = 0.5f;

    private final YuvPicture picture;
    private final MatteRows matte;
    private final CoarsePicture light;
    /** How near the background is, 0 to 1. */
    private final float[] near;

    private final float[][] planes;
    private final float strength;

    private LightWrap(YuvPicture picture, Matte matte, YuvPicture background, double strength) {
        this.picture = picture;
        this.matte = new MatteRows(matte);
        this.strength = (float) strength;
        int radius = Math.max(1, picture.height() / REACH / FACTOR);
        light = CoarsePicture.of(Half.of(background), FACTOR, matte.region());
        float[] alpha = light.sampled(matte);
        near = blurred(alpha, radius);
        for (int i = 0; i < near.length; i++) near[i] = 1 - near[i];
        planes = new float[][] {
            blurred(light.y(), radius), blurred(light.u(), radius), blurred(light.v(), radius),
        };
    }

    /** Lights the edges in a picture that was composed with that matte before that background. */
    static void apply(YuvPicture picture, Matte matte, YuvPicture background, double strength) {
        if (matte.isEmpty()) return;
        new LightWrap(picture, matte, background, strength).apply(matte.region());
    }

    private float[] blurred(float[] plane, int radius) {
        float[] once = BoxBlur.of(plane, light.width(), light.height(), radius);
        return BoxBlur.of(once, light.width(), light.height(), radius);
    }

    private void apply(Region region) {
        int[] alpha = new int[picture.width()];
        int left = region.left() + 1 & ~1;
        int top = region.top() + 1 & ~1;
        int right = Math.min(region.right(), picture.width());
        for (int y = top; y < Math.min(region.bottom(), picture.height()); y++) {
            matte.row(y, region.left(), right, alpha);
            for (int x = left; x < right; x++) {
                if (alpha[x] == 0 || near[block(x, y)] < 0.01f) continue;
                float share = strength * alpha[x] / 255f * at(near, x, y);
                int i = y * picture.width() + x;
                picture.data()[i] = lit(picture.data()[i], at(planes[0], x, y), share, true);
                if (x % 2 == 0 && y % 2 == 0) tint(x, y, TINT * share);
            }
        }
    }

    private void tint(int x, int y, float share) {
        int i = y / 2 * picture.chromaWidth() + x / 2;
        for (int p = 1; p <= 2; p++) {
            int at = picture.start(p) + i;
            picture.data()[at] = lit(picture.data()[at], at(planes[p], x, y), share, false);
        }
    }

    private static byte lit(byte seen, float light, float share, boolean adds) {
        float own = seen & 255;
        float more = adds ? Math.max(0, light - own) : light - own;
        return (byte) Math.round(own + share * more);
    }

    private int block(int x, int y) {
        int column = Math.min(light.width() - 1, x / FACTOR - light.left());
        return Math.min(light.height() - 1, y / FACTOR - light.top()) * light.width() + column;
    }

    /** Returns the value at a pixel, between the middles of the blocks around it. */
    private float at(float[] plane, int x, int y) {
        float column = (x + 0.5f) / FACTOR - 0.5f - light.left();
        float row = (y + 0.5f) / FACTOR - 0.5f - light.top();
        int x0 = Math.max(0, Math.min(light.width() - 2, (int) column));
        int y0 = Math.max(0, Math.min(light.height() - 2, (int) row));
        float fx = Math.max(0, Math.min(1, column - x0));
        float fy = Math.max(0, Math.min(1, row - y0));
        int i = y0 * light.width() + x0;
        int below = light.height() > 1 ? light.width() : 0;
        int beside = light.width() > 1 ? 1 : 0;
        float upper = plane[i] + fx * (plane[i + beside] - plane[i]);
        float lower = plane[i + below] + fx * (plane[i + below + beside] - plane[i + below]);
        return upper + fy * (lower - upper);
    }
}
