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
    private byte[] half = new byte[0];

    public YuvPicture(Resolution size) {
        width = size.width();
        height = size.height();
        data = new byte[bytes(size)];
    }

    /** Returns how many bytes a picture takes: a luma for each pixel, and two chromas for every four. */
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

    /** Returns room for the luma at half the size, one and the same for every picture that comes here. */
    byte[] roomForHalf() {
        if (half.length == 0) half = new byte[chromaWidth() * chromaHeight()];
        return half;
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

    /** Draws another picture into this, at an even place that may lie outside; what does not fit is left out. */
    void put(YuvPicture other, int left, int top) {
        for (int plane = 0; plane < 3; plane++) {
            int half = plane == 0 ? 1 : 2;
            int stride = (width + half - 1) / half;
            int length = (other.width + half - 1) / half;
            int from = Math.max(0, left / half);
            int to = Math.min(stride, left / half + length);
            int rows = Math.min((height + half - 1) / half, top / half + (other.height + half - 1) / half);
            for (int y = Math.max(0, top / half); y < rows; y++) {
                int source = other.start(plane) + (y - top / half) * length + from - left / half;
                System.arraycopy(other.data, source, data, start(plane) + y * stride + from, to - from);
            }
        }
    }

    YuvPicture copy() {
        YuvPicture copy = new YuvPicture(size());
        copy.copyFrom(this);
        return copy;
    }

    void copyFrom(YuvPicture other) {
        System.arraycopy(other.data, 0, data, 0, data.length);
    }
}
