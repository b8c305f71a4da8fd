package reelskill.studio.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The place in an MP4 where the parameters of its pictures stand. */
final class AvcBox {
    /** From the outermost in. */
    static final Mp4Index.Step[] WAY = {
        new Mp4Index.Step("moov", 0),
        new Mp4Index.Step("trak", 0),
        new Mp4Index.Step("mdia", 0),
        new Mp4Index.Step("minf", 0),
        new Mp4Index.Step("stbl", 0),
        new Mp4Index.Step("stsd", 8),
        new Mp4Index.Step("avc1", 78),
        new Mp4Index.Step("avcC", 0)
    };

    private static final int HEAD = 8;

    private AvcBox() {}

    /**
     * Gives the pictures of {@code file} other parameters. Its index must stand behind its pictures, as ffmpeg leaves it:
     * so no picture moves.
     */
    static void replace(Path file, AvcParameters parameters) throws IOException {
        Mp4Index index = Mp4Index.of(file);
        ByteBuffer changed = replaced(index, parameters.toRecord());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long at = index.place();
            while (changed.hasRemaining()) at += channel.write(changed, at);
        }
    }

    private static ByteBuffer replaced(Mp4Index index, byte[] record) {
        ByteBuffer old = index.boxes();
        int[] boxes = index.way(WAY);
        int last = boxes[boxes.length - 1];
        int end = last + old.getInt(last);
        int growth = HEAD + record.length - (end - last);
        for (int box : boxes) old.putInt(box, old.getInt(box) + growth);
        ByteBuffer changed = ByteBuffer.allocate(old.limit() + growth);
        changed.put(old.slice(0, last + HEAD)).put(record).put(old.slice(end, old.limit() - end));
        return changed.flip();
    }
}
