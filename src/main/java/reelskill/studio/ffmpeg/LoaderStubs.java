package reelskill.studio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for the screen and sound-card libraries that Linux's ffmpeg names but never calls, where a machine lacks
 * them; see {@code src/main/native/loader-stubs}.
 */
final class LoaderStubs {
    private static final Pattern MISSING =
            Pattern.compile("error while loading shared libraries: ([\\w.+-]+): cannot open shared object file");
    /** More than there are stubs, since another process may fill the folder at the same time. */
    private static final int ATTEMPTS = 10;

    private final Path folder;
    private final Function<String, Optional<InputStream>> stubs;

    /** Stubs that turn out to be needed go from {@code stubs}, by the library's name, into {@code folder}. */
    LoaderStubs(Path folder, Function<String, Optional<InputStream>> stubs) {
        this.folder = folder;
        this.stubs = stubs;
    }

    /** Returns the stub that this program brings along for a library of {@code platform}. */
    static Function<String, Optional<InputStream>> of(String platform) {
        return library ->
                Optional.ofNullable(LoaderStubs.class.getResourceAsStream("stubs/" + platform + "/" + library));
    }

    /** Calls {@code start} until it works, putting in place one stub after the other: the loader names one at a time. */
    <T> T supply(Supplier<T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.get();
            } catch (FfmpegException e) {
                if (attempt == ATTEMPTS || !fill(e)) throw e;
            }
        }
    }

    /** Returns true if the stub that {@code failure} asks for is in place now. */
    private boolean fill(FfmpegException failure) {
        Matcher missing = MISSING.matcher(String.join("\n", failure.lastLines()));
        if (!missing.find()) return false;
        try (InputStream stub = stubs.apply(missing.group(1)).orElse(null)) {
            if (stub == null) return false;
            put(stub, missing.group(1));
            return true;
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    private void put(InputStream stub, String library) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, library, ".part");
        try {
            Files.copy(stub, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(library), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
