package reelskill.nemo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A file on its way: {@code <target>.part}, and beside it {@code <target>.part.tag}, which says of which render and
 * version it is, so that a later process can go on. Failures of the disk are {@link UncheckedIOException}s.
 */
final class PartialFile {
    private final Path target;
    private final Path part;
    private final Path tag;
    private final String render;

    PartialFile(Path target, String render) {
        this.target = target.toAbsolutePath();
        this.part = this.target.resolveSibling(target.getFileName() + ".part");
        this.tag = this.target.resolveSibling(target.getFileName() + ".part.tag");
        this.render = render;
    }

    /** Returns the validator of what is there of the same render; empty if nothing can be continued. */
    Optional<String> validator() {
        return onDisk(() -> {
            if (!Files.exists(tag) || size() == 0) return Optional.empty();
            List<String> lines = Files.readAllLines(tag);
            return lines.size() == 2 && lines.get(0).equals(render) ? Optional.of(lines.get(1)) : Optional.empty();
        });
    }

    long size() {
        return onDisk(() -> Files.exists(part) ? Files.size(part) : 0);
    }

    /** Throws away what is there and begins anew; without a validator it can never be continued. */
    void begin(Optional<String> validator) {
        onDisk(() -> {
            Files.deleteIfExists(tag);
            Files.write(part, new byte[0]);
            return validator.isEmpty() ? tag : Files.writeString(tag, render + "\n" + validator.get() + "\n");
        });
    }

    /** Opens the end of what is there. The caller closes it. */
    End end() {
        return new End(onDisk(() -> FileChannel.open(part, StandardOpenOption.APPEND)));
    }

    /** Where the file grows. A network hands over a few kilobytes at a time: to open it for each takes longer than to write. */
    record End(FileChannel channel) implements AutoCloseable {
        void append(ByteBuffer bytes) {
            onDisk(() -> channel.write(bytes));
        }

        @Override
        public void close() {
            onDisk(() -> {
                channel.close();
                return channel;
            });
        }
    }

    /** Gives the whole file its name and returns its size. */
    long finish() {
        return onDisk(() -> {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(tag);
            return Files.size(target);
        });
    }

    void discard() {
        onDisk(() -> {
            Files.deleteIfExists(tag);
            return Files.deleteIfExists(part);
        });
    }

    private static <T> T onDisk(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
