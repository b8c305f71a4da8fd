package reelskill.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A small file that only its owner may read (0600 in a 0700 folder), written whole or not at all. */
public record PrivateFile(Path path) {
    private static final int LARGEST = 16 * 1024 * 1024;
    /** A file lock belongs to the process; threads of one process need one of their own. */
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    public PrivateFile {
        path = path.toAbsolutePath().normalize();
    }

    /** Returns the content, at most 16 MB of it; empty if there is no file. */
    public Optional<String> read() {
        try (InputStream bytes = Files.newInputStream(path)) {
            return Optional.of(new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code content} under its name at once, or not at all. */
    public void write(String content) {
        try {
            createFolder();
            Path temporary = Files.createTempFile(folder(), ".", ".tmp", ownerOnly("rw-------"));
            try {
                force(temporary, content);
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code action} while no other thread or process runs one for this file. */
    @SuppressWarnings("try") // held, not used
    public <T> T exclusively(Supplier<T> action) {
        ReentrantLock lock = LOCKS.computeIfAbsent(path, key -> new ReentrantLock());
        lock.lock();
        try (FileChannel channel = lockFile();
                FileLock held = channel.lock()) {
            return action.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private FileChannel lockFile() throws IOException {
        createFolder();
        Path file = folder().resolve("." + path.getFileName() + ".lock");
        try {
            Files.createFile(file, ownerOnly("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // Another process made it, or an earlier run did.
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private Path folder() {
        return path.resolveSibling("");
    }

    private void createFolder() throws IOException {
        Files.createDirectories(folder(), ownerOnly("rwx------"));
    }

    private static void force(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
