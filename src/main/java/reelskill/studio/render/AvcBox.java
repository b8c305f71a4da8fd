package reelskill.studio.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The place in an MP4 where the parameters of its pictures stand. */
final class AvcBox {
    /** From the outermost in, each with how many bytes of its own come before the next. */
    private static final List<Step> WAY = List.of(
            new Step("moov", 0),
            new Step("trak", 0),
            new Step("mdia", 0),
            new Step("minf", 0),
            new Step("stbl", 0),
            new Step("stsd", 8),
            new Step("avc1", 78),
            new Step("avcC", 0));

    private static final int HEAD = 8;

    private AvcBox() {}

    private record Step(String name, int before) {}

    /**
     * Gives the pictures of {@code file} other parameters. Its index must stand behind its pictures, as ffmpeg leaves it:
     * so no picture moves.
     */
    static void replace(Path file, AvcParameters parameters) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long at = index(channel);
            ByteBuffer index = ByteBuffer.allocate(Math.toIntExact(channel.size() - at));
            while (index.hasRemaining() && channel.read(index, at + index.position()) >= 0) {}
            ByteBuffer changed = replaced(index.flip(), parameters.toRecord());
            while (changed.hasRemaining()) at += channel.write(changed, at);
        }
    }

    private static long index(FileChannel channel) throws IOException {
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

    private static ByteBuffer replaced(ByteBuffer index, byte[] record) throws IOException {
        int[] boxes = new int[WAY.size()];
        int at = 0;
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = find(index, at, WAY.get(i).name());
            at = boxes[i] + HEAD + WAY.get(i).before();
        }
        int end = boxes[boxes.length - 1] + index.getInt(boxes[boxes.length - 1]);
        int growth = HEAD + record.length - (end - boxes[boxes.length - 1]);
        for (int box : boxes) index.putInt(box, index.getInt(box) + growth);
        ByteBuffer changed = ByteBuffer.allocate(index.limit() + growth);
        changed.put(index.slice(0, at)).put(record).put(index.slice(end, index.limit() - end));
        return changed.flip();
    }

    private static int find(ByteBuffer boxes, int from, String name) throws IOException {
        for (int at = from; at + HEAD <= boxes.limit(); at += boxes.getInt(at)) {
            if (name(boxes, at).equals(name)) return at;
            if (boxes.getInt(at) < HEAD) break;
        }
        throw new IOException("no " + name + " in the index");
    }

    private static String name(ByteBuffer boxes, int at) {
        return StandardCharsets.ISO_8859_1.decode(boxes.slice(at + 4, 4)).toString();
    }
}
