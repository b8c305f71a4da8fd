package reelskill.studio.render;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One PNG picture for each frame, {@code frame_000001.png} and on, in a zip file. */
final class PictureArchive {
    private static final int SIGNATURE = 8;
    /** Of a chunk: its length, its name and, behind what it holds, its check sum. */
    private static final int AROUND = 12;

    private static final byte[] LAST = {'I', 'E', 'N', 'D'};
    private static final int LARGEST_CHUNK = 1 << 30;

    private PictureArchive() {}

    /** Takes frames that told how many there are so far. */
    interface Count {
        void at(long frames);
    }

    /**
     * Writes what ffmpeg's image2pipe has, PNG after PNG, to a file; returns how many there were.
     *
     * @throws IOException if the last picture is not whole, or the file cannot be written
     */
    static long write(InputStream pictures, Path zip, Count count) throws IOException {
        DataInputStream in = new DataInputStream(pictures);
        long frames = 0;
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (byte[] signature = in.readNBytes(SIGNATURE);
                    signature.length > 0;
                    signature = in.readNBytes(SIGNATURE)) {
                if (signature.length < SIGNATURE) throw new EOFException("a picture is cut off");
                add(archive, String.format(Locale.ROOT, "frame_%06d.png", ++frames), picture(signature, in));
                count.at(frames);
            }
        }
        return frames;
    }

    private static byte[] picture(byte[] signature, DataInputStream in) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(signature);
        while (true) {
            int length = in.readInt();
            if (length < 0 || length > LARGEST_CHUNK) throw new IOException("no PNG");
            byte[] chunk = new byte[length + AROUND];
            ByteBuffer.wrap(chunk).putInt(length);
            in.readFully(chunk, Integer.BYTES, length + AROUND - Integer.BYTES);
            png.write(chunk);
            if (Arrays.equals(chunk, Integer.BYTES, 2 * Integer.BYTES, LAST, 0, LAST.length)) return png.toByteArray();
        }
    }

    /** A PNG is packed already. */
    private static void add(ZipOutputStream archive, String name, byte[] picture) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(picture);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(picture.length);
        entry.setCrc(sum.getValue());
        archive.putNextEntry(entry);
        archive.write(picture);
        archive.closeEntry();
    }
}
