package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import reelskill.file.Listed;

/**
 * Finished chunks, named by all that they depend on, so that a render that was killed goes on where it was and an edit
 * costs only what it changed. Safe for use by many threads and by several processes on one folder.
 */
final class ChunkStore {
    private static final long LIMIT = 8L << 30;
    /** A render in another process may still need what was touched this lately. */
    private static final Duration IN_USE = Duration.ofHours(3);

    private static final String FINISHED = ".mp4";
    private static final String PART = ".part.mp4";

    private final Path folder;

    ChunkStore(Path folder) {
        this.folder = folder;
    }

    Path pathOf(String key) {
        return folder.resolve(key + FINISHED);
    }

    /** Returns a new name for what only one render needs. It deletes the file; after a crash, eviction does. */
    Path passing() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(UUID.randomUUID() + PART);
    }

    /** Returns whether the chunk is there, and keeps it from being evicted for some hours. */
    boolean claim(String key) {
        try {
            Files.setLastModifiedTime(pathOf(key), FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has {@code encoder} write the chunk to a file that gets its name only when it is complete. */
    void make(String key, Consumer<Path> encoder) throws IOException {
        Path part = passing();
        try {
            encoder.accept(part);
            keep(key, part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Gives a complete file, which {@link #passing} named, the name of its chunk. */
    void keep(String key, Path made) throws IOException {
        Files.move(made, pathOf(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes the chunks that were not used for longest until 8 GB are left, and what killed renders left behind. */
    void evict() throws IOException {
        Instant inUse = Instant.now().minus(IN_USE);
        long kept = 0;
        for (Listed file : Listed.newestFirst(folder)) {
            kept += file.bytes();
            boolean leftOver = file.path().toString().endsWith(PART);
            boolean old = file.touched().isBefore(inUse);
            if (old && (leftOver || kept > LIMIT)) Files.deleteIfExists(file.path());
        }
    }
}
