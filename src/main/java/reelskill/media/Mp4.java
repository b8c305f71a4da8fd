package reelskill.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the boxes of an MP4 or MOV file say: enough to know that a file is whole, without decoding it (ISO 14496-12).
 *
 * @param size the first picture track's; empty without one
 */
public record Mp4(Duration duration, Optional<Resolution> size) {
    private static final int HEADER = 8;
    private static final long MOST_BOXES = 100_000;
    /** A track lies in the movie and the movie in the file; a hostile file nests without end. */
    private static final int DEEPEST = 2;

    /**
     * Reads the header boxes.
     *
     * @throws EOFException if the file ends inside a box or has no index: it was cut off
     * @throws IOException if it cannot be read, or is something else
     */
    public static Mp4 read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Reader reader = new Reader(channel);
            reader.walk(0, channel.size(), 0);
            if (!reader.hasIndex) {
                throw new EOFException("no index in it");
            }
            return new Mp4(reader.duration, Optional.ofNullable(reader.size));
        }
    }

    private static final class Reader {
        private final FileChannel channel;
        private boolean hasIndex;
        private Duration duration = Duration.ZERO;
        private @Nullable Resolution size;
        private long boxes;

        Reader(FileChannel channel) {
            this.channel = channel;
        }

        void walk(long from, long to, int depth) throws IOException {
            long at = from;
            while (at + HEADER <= to && ++boxes < MOST_BOXES) {
                ByteBuffer header = bytes(at, HEADER);
                long length = header.getInt() & 0xFFFFFFFFL;
                String type = ascii(header);
                int head = HEADER;
                if (length == 1) {
                    length = bytes(at + HEADER, 8).getLong();
                    head = 16;
                } else if (length == 0) {
                    length = to - at;
                }
                if (length < head || length > to - at) {
                    throw new EOFException("box " + type + " is cut off");
                }
                visit(type, at + head, at + length, depth);
                at += length;
            }
        }

        private void visit(String type, long from, long to, int depth) throws IOException {
            switch (type) {
                case "moov", "trak" -> {
                    hasIndex = true;
                    if (depth < DEEPEST) walk(from, to, depth + 1);
                }
                case "mvhd" -> duration = movieDuration(from);
                case "tkhd" -> trackSize(from);
                default -> {
                    // Media data and everything else is not needed here.
                }
            }
        }

        private Duration movieDuration(long from) throws IOException {
            boolean wide = bytes(from, 1).get() == 1;
            ByteBuffer fields = bytes(from + (wide ? 20 : 12), wide ? 12 : 8);
            long scale = fields.getInt() & 0xFFFFFFFFL;
            long length = wide ? fields.getLong() : fields.getInt() & 0xFFFFFFFFL;
            return scale == 0 ? Duration.ZERO : Duration.ofNanos((long) (length * 1e9 / scale));
        }

        private void trackSize(long from) throws IOException {
            boolean wide = bytes(from, 1).get() == 1;
            ByteBuffer fields = bytes(from + (wide ? 88 : 76), 8);
            int width = fields.getInt() >>> 16;
            int height = fields.getInt() >>> 16;
            if (size == null && width > 0 && height > 0) {
                size = new Resolution(width, height);
            }
        }

        private static String ascii(ByteBuffer header) {
            byte[] type = new byte[4];
            header.get(type);
            return new String(type, StandardCharsets.ISO_8859_1);
        }

        private ByteBuffer bytes(long at, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(count);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new EOFException("the file ends early");
                }
            }
            return buffer.flip();
        }
    }
}
