package reelskill.studio.analysis;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for what is kept, made from everything that it depends on. */
public final class ContentKey {
    private static final int SAMPLE = 1 << 20;
    private static final FileMemory<String> KEYS = new FileMemory<>();

    private ContentKey() {}

    /** Returns a key of a media file's length, first and last megabyte: media differ there, and may be huge. */
    public static String of(Path file) {
        return KEYS.of(file, "", () -> read(file));
    }

    private static String read(Path file) {
        MessageDigest digest = sha256();
        try (RandomAccessFile media = new RandomAccessFile(file.toFile(), "r")) {
            long length = media.length();
            digest.update(Long.toString(length).getBytes(StandardCharsets.US_ASCII));
            update(digest, media, 0, Math.min(SAMPLE, length));
            update(digest, media, Math.max(0, length - SAMPLE), Math.min(SAMPLE, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns a key of {@code words}. */
    public static String of(String words) {
        return of(words.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a key of all of {@code bytes}: their SHA-256, in hexadecimal. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static void update(MessageDigest digest, RandomAccessFile media, long from, long length)
            throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        media.seek(from);
        media.readFully(bytes);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
