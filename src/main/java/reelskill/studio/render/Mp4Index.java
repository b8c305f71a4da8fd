package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The index of an MP4 or MOV that we had made for a step between: of one stream, the picture, and behind it, where ffmpeg
 * puts it when all is written. Not for files of others.
 *
 * @param place where it begins in the file
 * @param boxes all of it
 */
record Mp4Index(long place, ByteBuffer boxes) {
    private static final int HEAD = 8;
    private static final Step[] TABLES = {
        new Step("moov", 0), new Step("trak", 0), new Step("mdia", 0), new Step("minf", 0), new Step("stbl", 0)
    };

    /**
     * A box in another.
     *
     * @param before how many bytes of its own come before those in it
     */
    record Step(String name, int before) {}

    /**
     * Returns the index of {@code file}.
     *
     * @throws UncheckedIOException if it has none at its end: it was not written to its end, or is no such file
     */
    static Mp4Index of(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long place = place(channel);
            ByteBuffer boxes = ByteBuffer.allocate(Math.toIntExact(channel.size() - place));
            while (boxes.hasRemaining() && channel.read(boxes, place + boxes.position()) >= 0) {}
            return new Mp4Index(place, boxes.flip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long place(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(2 * HEAD);
        for (long at = 0; at + HEAD <= channel.size(); ) {
            channel.read(head.clear(), at);
            long size = head.getInt(0) & 0xFFFFFFFFL;
            if (size == 1) size = head.getLong(HEAD);
            if (name(head, 0).equals("moov") && at + size == channel.size()) return at;
            if (size < HEAD) break;
            at += size;
        }
        throw new IOException("no index at the end");
    }

    /** Returns how many pictures the file has. */
    long frames() {
        return boxes.getInt(sizes() + HEAD + 8) & 0xFFFFFFFFL;
    }

    /** Returns how many bytes they have together. */
    long bytes() {
        int table = sizes() + HEAD + 4;
        long each = boxes.getInt(table) & 0xFFFFFFFFL;
        if (each > 0) return each * frames();
        long sum = 0;
        for (int i = 0; i < frames(); i++) sum += boxes.getInt(table + 8 + 4 * i) & 0xFFFFFFFFL;
        return sum;
    }

    /** Returns whether these are all: what is before the index has room for them. */
    boolean holds(long frames) {
        return frames() == frames && bytes() <= place;
    }

    /** Throws if {@code file} does not hold so many pictures, whole: no word of the program that wrote it is taken for it. */
    static void require(Path file, long frames, String what) {
        Mp4Index index = of(file);
        if (!index.holds(frames))
            throw new RenderException(
                    RenderException.Reason.FAILED, index.frames() + " frames, not " + frames + ": " + what);
    }

    /** Returns by what its pictures are decoded, if they are H.264. */
    Optional<AvcParameters> parameters() {
        int[] way = way(AvcBox.WAY);
        int box = way[way.length - 1];
        byte[] record = new byte[boxes.getInt(box) - HEAD];
        boxes.get(box + HEAD, record);
        return AvcParameters.parse(record);
    }

    /** Returns where the boxes of {@code steps} begin, each in the one before. */
    int[] way(Step... steps) {
        int[] way = new int[steps.length];
        int at = 0;
        for (int i = 0; i < steps.length; i++) {
            way[i] = find(at, steps[i].name());
            at = way[i] + HEAD + steps[i].before();
        }
        return way;
    }

    private int sizes() {
        int[] way = way(TABLES);
        return find(way[way.length - 1] + HEAD, "stsz");
    }

    private int find(int from, String name) {
        for (int at = from; at + HEAD <= boxes.limit(); at += boxes.getInt(at)) {
            if (name(boxes, at).equals(name)) return at;
            if (boxes.getInt(at) < HEAD) break;
        }
        throw new UncheckedIOException(new IOException("no " + name + " in the index"));
    }

    private static String name(ByteBuffer boxes, int at) {
        return StandardCharsets.ISO_8859_1.decode(boxes.slice(at + 4, 4)).toString();
    }
}
