package reelskill.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text that replaces another one in a host's configuration.
 *
 * @param before what is there; empty for no file
 * @param after what is to be there; empty for no file
 * @param backup where a copy of what is there goes first; empty for none
 */
public record ConfigChange(Path path, Optional<String> before, Optional<String> after, Optional<Path> backup) {
    ConfigChange(Path path, Optional<String> before, Optional<String> after) {
        this(path, before, after, Optional.empty());
    }

    public boolean isEmpty() {
        return before.equals(after);
    }

    /** Returns the lines of the difference, as {@code diff -u} writes them. */
    public List<String> diff(String name) {
        return LineDiff.of(name, before.orElse(""), after.orElse(""));
    }

    /** Writes the new text at once or not at all, unless somebody changed the file since it was read. */
    void apply() throws IOException {
        if (isEmpty()) return;
        // A file that is a link, as in folders of settings that are shared, stays one.
        Path real = Files.exists(path) ? path.toRealPath() : path;
        Optional<String> now = Files.exists(real) ? Optional.of(Files.readString(real)) : Optional.empty();
        if (!now.equals(before)) {
            throw InstallException.of(
                    "%s was changed by another program just now, so nothing was written to it. Try again.",
                    "%s 刚刚被其他程序修改，未写入。请重试。", path.getFileName());
        }
        if (after.isEmpty()) {
            Files.deleteIfExists(real);
        } else {
            write(real, after.get());
        }
    }

    /** Copies the file as it is now, with its permissions; an earlier copy gives way. */
    void backUp() throws IOException {
        if (backup.isEmpty()) return;
        Files.copy(path, backup.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path temporary = Files.createTempFile(file.resolveSibling(""), ".", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            if (Files.exists(file)
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Set<PosixFilePermission> theirs = Files.getPosixFilePermissions(file);
                Files.setPosixFilePermissions(temporary, theirs);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
