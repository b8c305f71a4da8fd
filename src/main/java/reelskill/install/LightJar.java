package reelskill.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A jar without some of its entries. The same jar gives the same bytes, so that a second copy changes nothing. */
final class LightJar {
    private LightJar() {}

    static byte[] of(Path jar, Predicate<String> kept) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            to.setLevel(Deflater.BEST_COMPRESSION);
            List<? extends ZipEntry> entries = from.stream()
                    .filter(entry -> !entry.isDirectory() && kept.test(entry.getName()))
                    // A jar's manifest stands first, for whoever reads it as a stream.
                    .sorted(Comparator.comparing(
                                    (ZipEntry entry) -> !entry.getName().equals("META-INF/MANIFEST.MF"))
                            .thenComparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                from.getInputStream(entry).transferTo(to);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
