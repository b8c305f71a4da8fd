package reelskill.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipFile;
import reelskill.file.WholeFolder;

/**
 * The parts that have been fetched, in the cache folder. A part is there whole and checked or not at all, however many
 * processes fetch it at once.
 *
 * @param repository a Maven repository; who answers there need not be trusted
 */
public record PartStore(Path folder, URI repository) {
    public static final URI MAVEN_CENTRAL = URI.create("https://repo1.maven.org/maven2/");

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    public PartStore {
        repository = URI.create((repository + "/").replaceFirst("//$", "/"));
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
     * @param progress is told how many bytes have come, from this thread
     * @throws IOException if it does not come whole, or is not the file that it should be
     */
    public Path fetch(Part part, LongConsumer progress) throws IOException, InterruptedException {
        Optional<Path> there = find(part);
        if (there.isPresent()) return there.get();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".", ".part");
        try {
            String sha256 = download(part, temporary, progress);
            if (!sha256.equals(part.sha256()))
                throw new IOException(part.fileName() + " is not the file that was published");
            Path file = folder.resolve(part.fileName());
            return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private String download(Part part, Path to, LongConsumer progress) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(repository.resolve(part.path()))
                .timeout(ANSWER)
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body();
                DigestOutputStream file = new DigestOutputStream(Files.newOutputStream(to), sha256())) {
            if (response.statusCode() != 200) throw new IOException("HTTP " + response.statusCode());
            copy(body, file, part.bytes(), progress);
            return HexFormat.of().formatHex(file.getMessageDigest().digest());
        }
    }

    private static void copy(InputStream from, OutputStream to, long limit, LongConsumer progress) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        int read;
        while ((read = from.read(buffer)) > 0) {
            done += read;
            if (done > limit) throw new IOException("longer than what was published");
            to.write(buffer, 0, read);
            progress.accept(done);
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
