package reelskill.studio.matte;

/**
 * Sets a person before another background, in the picture itself. Where the matte is 0 or 255 rows are copied or left
 * alone; only the edge between is computed. Chroma has the mean matte of the pixels it colours.
 */
final class Compositor {
    private final YuvPicture picture;
    private final YuvPicture background;
    private final MatteRows matte;
    private final EdgeColours colours;

    private Compositor(YuvPicture picture, Matte matte, YuvPicture background) {
        this.picture = picture;
        this.background = background;
        this.matte = new MatteRows(matte);
        this.colours = new EdgeColours(picture, matte);
    }

    /** Replaces what is not a person in {@code picture}; {@code background} has the same size and is only read. */
    static void compose(YuvPicture picture, Matte matte, YuvPicture background) {
        if (matte.isEmpty()) picture.copyFrom(background);
        else new Compositor(picture, matte, background).compose();
    }

    /** Leaves only the person's own colours in {@code picture} and returns its alpha, not premultiplied. */
    static byte[] cutOut(YuvPicture picture, Matte matte) {
        return new Compositor(picture, matte, picture).cutOut();
    }

    private void compose() {
        int[] upper = new int[picture.width() + 1];
        int[] lower = new int[picture.width() + 1];
        for (int y = 0; y < picture.height(); y += 2) {
            matte.row(y, upper);
            luma(y, upper);
            boolean pair = y + 1 < picture.height();
            if (pair) matte.row(y + 1, lower);
            if (pair) luma(y + 1, lower);
            chroma(y / 2, upper, pair ? lower : upper);
        }
    }

    private void luma(int y, int[] alpha) {
        int at = y * picture.width();
        byte[] own = picture.data();
        byte[] other = background.data();
        for (int x = 0; x < picture.width(); ) {
            int a = alpha[x];
            int end = x + 1;
            if (a == 0 || a == 255) {
                while (end < picture.width() && alpha[end] == a) end++;
                if (a == 0) System.arraycopy(other, at + x, own, at + x, end - x);
            } else {
                int person = colours.own(0, x, y, own[at + x] & 255, a);
                own[at + x] = (byte) mixed(person, other[at + x] & 255, a);
            }
            x = end;
        }
    }

    private void chroma(int row, int[] upper, int[] lower) {
        int width = picture.chromaWidth();
        int last = picture.width() - 1;
        byte[] own = picture.data();
        byte[] other = background.data();
        for (int plane = 1; plane <= 2; plane++) {
            int at = picture.start(plane) + row * width;
            for (int x = 0; x < width; x++) {
                int right = Math.min(2 * x + 1, last);
                int a = (upper[2 * x] + upper[right] + lower[2 * x] + lower[right] + 2) / 4;
                if (a == 255) continue;
                if (a == 0) {
                    own[at + x] = other[at + x];
                } else {
                    int person = colours.own(plane, 2 * x, 2 * row, own[at + x] & 255, a);
                    own[at + x] = (byte) mixed(person, other[at + x] & 255, a);
                }
            }
        }
    }

    private byte[] cutOut() {
        int[] alpha = new int[picture.width()];
        byte[] plane = new byte[picture.width() * picture.height()];
        byte[] own = picture.data();
        for (int y = 0; y < picture.height(); y++) {
            matte.row(y, alpha);
            for (int x = 0; x < alpha.length; x++) {
                int a = alpha[x];
                int at = y * alpha.length + x;
                plane[at] = (byte) a;
                if (a == 0 || a == 255) continue;
                own[at] = (byte) colours.own(0, x, y, own[at] & 255, a);
                if (x % 2 == 0 && y % 2 == 0) ownChroma(x, y, a);
            }
        }
        return plane;
    }

    private void ownChroma(int x, int y, int a) {
        byte[] own = picture.data();
        for (int p = 1; p <= 2; p++) {
            int at = picture.start(p) + y / 2 * picture.chromaWidth() + x / 2;
            own[at] = (byte) colours.own(p, x, y, own[at] & 255, a);
        }
    }

    private static int mixed(int person, int other, int alpha) {
        return (person * alpha + other * (255 - alpha) + 127) / 255;
    }
}
