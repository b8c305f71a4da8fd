package reelskill.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipFile;
import reelskill.file.WholeFolder;

/**
 * The parts that have been fetched, in the cache folder. A part is there whole and checked or not at all, however many
 * processes fetch it at once.
 *
 * @param repositories Maven repositories, asked one after the other; who answers there need not be trusted
 * @param patience how long one of them may send nothing
 */
public record PartStore(Path folder, List<URI> repositories, Duration patience) {
    /** Maven Central, by both of its names. */
    public static final List<URI> MAVEN_CENTRAL =
            List.of(URI.create("https://repo1.maven.org/maven2/"), URI.create("https://repo.maven.apache.org/maven2/"));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public PartStore {
        if (repositories.isEmpty()) throw new IllegalArgumentException("no repository");
        repositories = repositories.stream()
                .map(at -> URI.create((at + "/").replaceFirst("//$", "/")))
                .toList();
    }

    /** Parts from {@code repositories}, of which there is at least one, with half a minute's patience. */
    public PartStore(Path folder, List<URI> repositories) {
        this(folder, repositories, PATIENCE);
    }

    /** Returns the part if it has been fetched. */
    public Optional<Path> find(Part part) {
        Path file = folder.resolve(part.fileName());
        try {
            return Files.isRegularFile(file) && Files.size(file) == part.bytes() ? Optional.of(file) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Fetches the part unless it is there.
     *
     * @param progress is told how many bytes have come, from this thread; from the start again at each repository
     * @throws IOException if it comes whole from none of them, or is not the file that it should be
     */
    public Path fetch(Part part, LongConsumer progress) throws IOException, InterruptedException {
        Optional<Path> there = find(part);
        if (there.isPresent()) return there.get();
        Files.createDirectories(folder);
        IOException failure = new IOException("no repository has " + part.fileName());
        for (URI repository : repositories) {
            try {
                return fetch(part, repository, progress);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private Path fetch(Part part, URI repository, LongConsumer progress) throws IOException, InterruptedException {
        Path temporary = Files.createTempFile(folder, ".", ".part");
        try {
            String sha256 =
                    new Download(repository.resolve(part.path()), patience).into(temporary, part.bytes(), progress);
            if (!sha256.equals(part.sha256()))
                throw new IOException(part.fileName() + " is not the file that was published");
            Path file = folder.resolve(part.fileName());
            return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Unpacks the files right under {@code prefix} into a folder of their own in the store, unless they are there and whole.
     *
     * @param jar a part, or the same jar where the program has it; its name tells its version
     * @return the folder
     */
    public Path unpack(Path jar, String prefix) throws IOException {
        Path target = folder.resolve(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", ""))
                .resolve(prefix.replaceAll(".*/(?=[^/]+/$)|/$", ""));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            WholeFolder whole = new WholeFolder(target);
            zip.stream()
                    .filter(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory())
                    .filter(entry -> entry.getName().indexOf('/', prefix.length()) < 0)
                    .forEach(entry -> whole.expect(entry.getName().substring(prefix.length()), entry.getSize()));
            return whole.complete(name -> zip.getInputStream(zip.getEntry(prefix + name)));
        }
    }
}
