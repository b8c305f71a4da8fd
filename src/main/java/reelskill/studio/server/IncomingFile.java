package reelskill.studio.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reelskill.language.Language;
import reelskill.studio.store.DataFolder;
import reelskill.studio.store.Library;

/** A file while it comes in: on its way to the disk it is hashed and measured. Not thread-safe. */
final class IncomingFile implements AutoCloseable {
    /** The most that one file may have (protocol.md, Upload). */
    static final long LARGEST = 500L << 20;

    private final String name;
    private final Language language;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long bytes;

    IncomingFile(DataFolder folder, String rawName, Language language) throws IOException {
        this.name = FileName.clean(rawName, FileName.LONGEST);
        this.language = language;
        this.digest = sha256();
        this.file = folder.temporary(".upload");
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    void write(ByteBuffer content) throws IOException {
        bytes += content.remaining();
        if (bytes > LARGEST) throw tooLarge(language);
        digest.update(content.duplicate());
        while (content.hasRemaining()) channel.write(content);
    }

    /** Ends the file; it still has to find its place in the library. */
    Library.Arrival arrive() throws IOException {
        channel.close();
        return new Library.Arrival(
                file, name, FileName.extension(name), HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** Throws away what came in, unless it has found its place. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    static Refusal tooLarge(Language language) {
        return new Refusal(
                Code.FILE_TOO_LARGE,
                language.say(
                        "The upload is larger than 500 MB. Trim or compress the video, or upload several files one by one.",
                        "上传内容超过 500 MB。请裁剪或压缩视频；多个文件请逐个上传。"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
