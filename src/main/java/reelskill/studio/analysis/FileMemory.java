package reelskill.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found out about files, for as long as they stay as they are. A file that is only renamed stays as it is where
 * the system numbers its files. What cannot be found out is asked again. Safe for use by many threads: two that ask at the
 * same time may both find out.
 */
final class FileMemory<T> {
    private static final int MOST = 256;

    private final Map<Stamp, SoftReference<T>> found = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Stamp, SoftReference<T>> eldest) {
            return size() > MOST;
        }
    };

    /** @param who by which tool it is found out */
    private record Stamp(String who, Object file, long size, FileTime modified) {
        static Stamp of(Path file, String who) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                Object number = Optional.ofNullable(now.fileKey()).orElseGet(file::toAbsolutePath);
                return new Stamp(who, number, now.size(), now.lastModifiedTime());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @throws UncheckedIOException if there is no such file */
    T of(Path file, String who, Supplier<T> missing) {
        Stamp stamp = Stamp.of(file, who);
        Optional<T> known = known(stamp);
        if (known.isPresent()) return known.get();
        T now = missing.get();
        synchronized (found) {
            found.put(stamp, new SoftReference<>(now));
        }
        return now;
    }

    private Optional<T> known(Stamp stamp) {
        synchronized (found) {
            return Optional.ofNullable(found.get(stamp)).map(SoftReference::get);
        }
    }
}
