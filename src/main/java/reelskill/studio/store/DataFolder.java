package reelskill.studio.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import reelskill.file.Listed;

/** The studio's folder: readable for its owner only, where the file system knows owners. */
public final class DataFolder {
    /** No upload takes that long. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** As long as links of exports hold in the cloud. What is needed later can be rendered again. */
    private static final Duration RESULTS = Duration.ofDays(7);

    private final Path root;

    /** Creates the folder and its parts where they are missing. */
    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        for (String part : new String[] {"", "media", "incoming", "renders", "locks", "cache"}) {
            createFolder(this.root.resolve(part));
        }
        sweep();
    }

    /** Returns the path of a file that the store names relative to this folder. */
    public Path file(String relative) {
        return root.resolve(relative);
    }

    /** Returns the name under which the store keeps {@code file}, which is inside this folder. */
    public String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Creates an empty file that nobody else can read, for what is not complete yet. */
    public Path temporary(String suffix) {
        try {
            return Files.createTempFile(root.resolve("incoming"), "part", suffix);
        } catch (IOException e) {
            throw new StoreException("The studio cannot write to its data folder.", e);
        }
    }

    /** Moves a complete file from {@link #temporary} to its place, on the disk before it is visible. */
    public void publish(Path temporary, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        createFolder(Objects.requireNonNull(target.getParent()));
        ownerOnly(temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Creates {@code file} empty and for its owner only, unless it is there. */
    Path created(String name) {
        Path file = root.resolve(name);
        try {
            return Files.createFile(file, mode(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return file;
        } catch (IOException e) {
            throw new StoreException("The studio cannot write to its data folder.", e);
        }
    }

    /** Returns the folder's secret, which the first process makes. */
    String secret(IdSource ids) {
        Path file = created("secret");
        return FileLocks.holding(root.resolve("locks/secret"), () -> {
            try {
                if (Files.size(file) == 0) Files.writeString(file, ids.secret(""));
                return Files.readString(file);
            } catch (IOException e) {
                throw new StoreException("The studio cannot write to its data folder.", e);
            }
        });
    }

    /** Returns after how many days the file of a render is removed. */
    public long daysOfResults() {
        return RESULTS.toDays();
    }

    /** Removes what uploads left behind whose process was killed, and old files of renders. */
    private void sweep() {
        try {
            sweep("incoming", ABANDONED);
            // Beside the files lies a folder: the pictures that exported projects name are not to be had again.
            sweep("renders", RESULTS);
        } catch (IOException e) {
            throw new StoreException("The studio cannot read its data folder.", e);
        }
    }

    private void sweep(String part, Duration age) throws IOException {
        Instant limit = Instant.now().minus(age);
        for (Listed file : Listed.newestFirst(root.resolve(part)))
            if (file.touched().isBefore(limit)) remove(file.path());
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Another process has it open; the next start finds it again.
        }
    }

    private static void createFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder, mode(folder, "rwx------"));
        } catch (IOException e) {
            throw new StoreException("The studio cannot create its data folder.", e);
        }
    }

    /** Takes away what others may do with {@code file}. */
    public static void ownerOnly(Path file) throws IOException {
        if (hasOwners(file)) Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        if (!hasOwners(path)) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    private static boolean hasOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
