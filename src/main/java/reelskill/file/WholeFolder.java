package reelskill.file;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that is there with all its files or not at all, whoever is killed while it is made and however many
 * processes make it at once. Only its owner can read it.
 */
public final class WholeFolder {
    private static final String PART = ".part-";
    /** A part that old belongs to nobody: unpacking takes seconds. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final int MOST_ATTEMPTS = 5;

    private final Path target;
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    /** A folder that is or will be at {@code target}; nothing is made before {@link #complete}. */
    public WholeFolder(Path target) {
        this.target = target;
    }

    /** Wants a file of {@code size} bytes in it: one of another length is not the file. */
    public void expect(String name, long size) {
        sizes.put(name, size);
    }

    /** Returns the folder after filling it from {@code source}, unless it is whole already. */
    public Path complete(Source source) throws IOException {
        if (isWhole()) return target;
        Files.createDirectories(target.getParent());
        sweep();
        Path part = Files.createTempDirectory(target.getParent(), PART);
        try {
            for (String name : sizes.keySet()) copy(source, name, part.resolve(name));
            publish(part);
        } finally {
            delete(part);
        }
        return target;
    }

    private boolean isWhole() {
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            Path path = target.resolve(file.getKey());
            // File tells the length of what is gone meanwhile as 0.
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || path.toFile().length() != file.getValue()) return false;
        }
        return true;
    }

    private void publish(Path part) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (IOException e) {
                // Either another process was faster, or something took files out of a folder that was whole once.
                if (isWhole()) return;
                if (attempt == MOST_ATTEMPTS) throw e;
                moveAside();
            }
        }
    }

    /** Others may mend it at the same time. */
    private void moveAside() throws IOException {
        Path aside = Files.createTempDirectory(target.getParent(), PART);
        try {
            Files.move(target, aside.resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // One of them was faster.
        } finally {
            delete(aside);
        }
    }

    private static void copy(Source source, String name, Path file) throws IOException {
        try (InputStream in = source.open(name);
                FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
        if (File.separatorChar == '/')
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void sweep() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (Stream<Path> siblings = Files.list(target.getParent())) {
            for (Path path : siblings.filter(p -> p.getFileName().toString().startsWith(PART))
                    .toList()) {
                if (touched(path).isBefore(limit)) discard(path);
            }
        }
    }

    /** Another process may sweep at the same time; what is left goes the next time. */
    private static void discard(Path part) {
        try {
            delete(part);
        } catch (IOException | UncheckedIOException e) {
            // It is in nobody's way.
        }
    }

    /** A part that is gone by now was published or removed by its own maker a moment ago: fresh, not abandoned. */
    private static Instant touched(Path part) throws IOException {
        try {
            return Files.getLastModifiedTime(part).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return;
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) Files.deleteIfExists(path);
    }

    /** Where the content of a file comes from. */
    public interface Source {
        InputStream open(String name) throws IOException;
    }
}
