package reelskill.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for what is in a file, cheap for files of any size. */
final class ContentKey {
    private static final int PIECE = 256 * 1024;

    private ContentKey() {}

    /** Returns the key of the size, the time of the last change, and the first and last 256 kB. */
    static String of(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = channel.size();
            String outside = size + " " + Files.getLastModifiedTime(file).toMillis();
            digest.update(outside.getBytes(StandardCharsets.US_ASCII));
            digest.update(piece(channel, 0));
            digest.update(piece(channel, Math.max(0, size - PIECE)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static ByteBuffer piece(SeekableByteChannel channel, long position) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        channel.position(position);
        while (piece.hasRemaining() && channel.read(piece) >= 0) {}
        return piece.flip();
    }
}
