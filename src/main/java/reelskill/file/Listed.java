package reelskill.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file as it was when its folder was listed. Other processes may write, touch, rename or take it at any time: it is looked
 * at once, and one that is gone by then is no failure.
 *
 * @param touched when it was written or touched last
 */
public record Listed(Path path, Instant touched, long bytes) {
    /** Returns the regular files in {@code folder}, those touched last first; none where there is no folder. */
    public static List<Listed> newestFirst(Path folder) throws IOException {
        List<Listed> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) return files;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) add(path, files);
        }
        files.sort(Comparator.comparing(Listed::touched).reversed());
        return files;
    }

    private static void add(Path path, List<Listed> files) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.isRegularFile())
                files.add(new Listed(path, now.lastModifiedTime().toInstant(), now.size()));
        } catch (NoSuchFileException e) {
            // It got its name, or was taken away, a moment ago.
        }
    }
}
