package reelskill.studio.matte;

import java.util.Arrays;

/**
 * Sets a person before another background, in the picture itself. Where the matte is 0 or 255 rows are copied or left
 * alone; only the edge between is computed. Chroma has the mean matte of the pixels it colours.
 */
final class Compositor {
    private final YuvPicture picture;
    private final YuvPicture background;
    private final MatteRows matte;
    private final EdgeColours colours;
    private final int[] upper;
    private final int[] lower;

    private Compositor(Half half, Matte matte, YuvPicture background) {
        this.picture = half.picture();
        this.background = background;
        this.matte = new MatteRows(matte);
        this.colours = new EdgeColours(half, matte);
        upper = new int[picture.width() + 1];
        lower = new int[picture.width() + 1];
    }

    /** Replaces what is not a person in the picture; {@code background} has the same size and is only read. */
    static void compose(Half half, Matte matte, YuvPicture background) {
        if (matte.isEmpty()) half.picture().copyFrom(background);
        else new Compositor(half, matte, background).compose();
    }

    /** Leaves only the person's own colours in the picture and returns its alpha, not premultiplied. */
    static byte[] cutOut(Half half, Matte matte) {
        return new Compositor(half, matte, half.picture()).cutOut();
    }

    private void compose() {
        for (int y = 0; y < picture.height(); y += 2) {
            int row = y;
            matte.parts(y, picture.width(), (kind, from, to) -> {
                if (kind == MatteRows.Kind.NOBODY) copy(row, from, to);
                if (kind == MatteRows.Kind.EDGE) mix(row, from, to);
            });
        }
    }

    private boolean hasRow(int y) {
        return y < picture.height();
    }

    private void copy(int y, int from, int to) {
        int at = y * picture.width() + from;
        copy(at, to - from);
        if (hasRow(y + 1)) copy(at + picture.width(), to - from);
        int chroma = y / 2 * picture.chromaWidth() + from / 2;
        for (int plane = 1; plane <= 2; plane++) copy(picture.start(plane) + chroma, (to - from + 1) / 2);
    }

    private void copy(int at, int length) {
        System.arraycopy(background.data(), at, picture.data(), at, length);
    }

    private void mix(int y, int from, int to) {
        matte.row(y, from, to, upper);
        luma(y, from, to, upper);
        if (hasRow(y + 1)) {
            matte.row(y + 1, from, to, lower);
            luma(y + 1, from, to, lower);
        }
        int[] second = hasRow(y + 1) ? lower : upper;
        for (int plane = 1; plane <= 2; plane++) chroma(plane, y, from, to, second);
    }

    private void luma(int y, int from, int to, int[] alpha) {
        int at = y * picture.width();
        byte[] own = picture.data();
        byte[] other = background.data();
        for (int x = from; x < to; x++) {
            int a = alpha[x];
            if (a == 255) continue;
            int behind = other[at + x] & 255;
            own[at + x] = (byte)
                    (a == 0 ? behind : mixed(colours.own(0, colours.place(x, y), own[at + x] & 255, a), behind, a));
        }
    }

    private void chroma(int plane, int y, int from, int to, int[] second) {
        int at = picture.start(plane) + y / 2 * picture.chromaWidth();
        int last = picture.width() - 1;
        byte[] own = picture.data();
        byte[] other = background.data();
        for (int x = from; x < to; x += 2) {
            int right = Math.min(x + 1, last);
            int a = (upper[x] + upper[right] + second[x] + second[right] + 2) / 4;
            if (a == 255) continue;
            int i = at + x / 2;
            int behind = other[i] & 255;
            own[i] = (byte)
                    (a == 0 ? behind : mixed(colours.own(plane, colours.place(x, y), own[i] & 255, a), behind, a));
        }
    }

    private byte[] cutOut() {
        byte[] plane = new byte[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y += 2) {
            int row = y;
            matte.parts(y, picture.width(), (kind, from, to) -> {
                for (int line = row; line <= row + 1 && hasRow(line); line++) {
                    int at = line * picture.width();
                    if (kind == MatteRows.Kind.PERSON) Arrays.fill(plane, at + from, at + to, (byte) 255);
                    if (kind == MatteRows.Kind.EDGE) cutOut(line, from, to, plane);
                    if (kind == MatteRows.Kind.NOBODY) for (int x = from; x < to; x++) hide(x, line);
                }
            });
        }
        return plane;
    }

    private void cutOut(int y, int from, int to, byte[] plane) {
        matte.row(y, from, to, upper);
        byte[] own = picture.data();
        for (int x = from; x < to; x++) {
            int a = upper[x];
            int at = y * picture.width() + x;
            plane[at] = (byte) a;
            if (a == 255) continue;
            if (a == 0) {
                hide(x, y);
                continue;
            }
            own[at] = (byte) colours.own(0, colours.place(x, y), own[at] & 255, a);
            if (x % 2 == 0 && y % 2 == 0) ownChroma(x, y, a);
        }
    }

    private void hide(int x, int y) {
        byte[] own = picture.data();
        own[y * picture.width() + x] = (byte) colours.hidden(0, x, y);
        if (x % 2 != 0 || y % 2 != 0) return;
        int at = y / 2 * picture.chromaWidth() + x / 2;
        for (int p = 1; p <= 2; p++) own[picture.start(p) + at] = (byte) colours.hidden(p, x, y);
    }

    private void ownChroma(int x, int y, int a) {
        byte[] own = picture.data();
        for (int p = 1; p <= 2; p++) {
            int at = picture.start(p) + y / 2 * picture.chromaWidth() + x / 2;
            own[at] = (byte) colours.own(p, colours.place(x, y), own[at] & 255, a);
        }
    }

    private static int mixed(int person, int other, int alpha) {
        return (person * alpha + other * (255 - alpha) + 127) / 255;
    }
}
