package reelskill.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import reelskill.file.PrivateFile;

/** The installations that were made, one file each in the data folder. */
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Records(Path folder) {
        this.folder = folder;
    }

    Optional<InstallRecord> find(Host host, Path skill) {
        return file(host, skill).read().map(Records::parse);
    }

    void save(Host host, Path skill, InstallRecord record) {
        try {
            file(host, skill).write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(Host host, Path skill) throws IOException {
        Files.deleteIfExists(file(host, skill).path());
    }

    /** Returns what other hosts have installed into the same folder. */
    List<InstallRecord> others(Host host, Path skill) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<InstallRecord> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                new PrivateFile(file).read().map(Records::parse).ifPresent(found::add);
            }
        }
        found.removeIf(
                record -> record.host().equals(host.id()) || !record.folder().equals(skill.toString()));
        return found;
    }

    private PrivateFile file(Host host, Path skill) {
        CRC32 place = new CRC32();
        place.update(skill.toString().getBytes(StandardCharsets.UTF_8));
        return new PrivateFile(folder.resolve(String.format(Locale.ROOT, "%s-%08x.json", host.id(), place.getValue())));
    }

    private static InstallRecord parse(String text) {
        try {
            return JSON.readValue(text, InstallRecord.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
