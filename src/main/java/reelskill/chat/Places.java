package reelskill.chat;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the person is.
 *
 * @param folder where names without a folder are looked for; absolute, like {@code home}
 */
record Places(Path folder, Path home) {
    /** Returns the path that a person typed, a {@code file:} address or {@code ~} included; empty if it is none. */
    Optional<Path> path(String typed) {
        try {
            if (typed.regionMatches(true, 0, "file:", 0, 5)) return Optional.of(Path.of(URI.create(typed)));
            Path path = typed.startsWith("~/") ? home.resolve(typed.substring(2)) : folder.resolve(typed);
            return Optional.of(path.normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Returns a path as a person reads it: without what the working folder or the home says anyway. */
    String shorter(String path) {
        Path at = Path.of(path);
        if (at.startsWith(folder)) return folder.relativize(at).toString();
        return at.startsWith(home) ? "~/" + home.relativize(at) : path;
    }
}
