package reelskill.studio.matte;

import java.util.Arrays;
import reelskill.media.Resolution;

/**
 * One picture in planar YUV 4:2:0, 8 bits, limited range: all of Y, then U, then V, rows without gaps, as ffmpeg's
 * rawvideo has it. Odd sizes have chroma planes rounded up. Mutable, not thread-safe.
 */
public final class YuvPicture {
    private final int width;
    private final int height;
    private final byte[] data;

    public YuvPicture(Resolution size) {
        width = size.width();
        height = size.height();
        data = new byte[bytes(size)];
    }

    public static int bytes(Resolution size) {
        int chroma = ((size.width() + 1) / 2) * ((size.height() + 1) / 2);
        return size.width() * size.height() + 2 * chroma;
    }

    public Resolution size() {
        return new Resolution(width, height);
    }

    /** Returns the bytes themselves, not a copy. */
    public byte[] data() {
        return data;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int chromaWidth() {
        return (width + 1) / 2;
    }

    int chromaHeight() {
        return (height + 1) / 2;
    }

    /** Returns the place of the first byte of plane 0 (Y), 1 (U) or 2 (V). */
    int start(int plane) {
        int chroma = chromaWidth() * chromaHeight();
        return plane == 0 ? 0 : width * height + (plane - 1) * chroma;
    }

    void fill(int y, int u, int v) {
        Arrays.fill(data, 0, start(1), (byte) y);
        Arrays.fill(data, start(1), start(2), (byte) u);
        Arrays.fill(data, start(2), data.length, (byte) v);
    }

    void copyFrom(YuvPicture other) {
        System.arraycopy(other.data, 0, data, 0, data.length);
    }
}
