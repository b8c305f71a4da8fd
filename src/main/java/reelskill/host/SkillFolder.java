package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A skill as it lies in a folder, read anew each time. Links, hidden files and what {@code shown} refuses are left out: a
 * skill's jars are nothing for a model to read.
 */
public record SkillFolder(Path folder, ObjectNode frontmatter, Predicate<String> shown) implements SkillCatalog {
    /** SEP-2640: no more files than these, no more bytes than these in one skill. */
    private static final int MOST_FILES = 512;

    private static final long MOST_BYTES = 16L << 20;

    @Override
    public List<Skill> skills() {
        List<SkillFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Collector(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(SkillFile::path));
        String name = frontmatter.path("name").asText();
        return List.of(new Skill(name, frontmatter, files));
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final List<SkillFile> files;
        private long bytes;

        Collector(List<SkillFile> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(folder) || isShown(directory)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean fits = files.size() < MOST_FILES && bytes + attributes.size() <= MOST_BYTES;
            if (!attributes.isRegularFile() || !isShown(file) || !fits) return FileVisitResult.CONTINUE;
            bytes += attributes.size();
            files.add(new OnDisk(file, relative(file)));
            return FileVisitResult.CONTINUE;
        }

        private boolean isShown(Path path) {
            return !path.getFileName().toString().startsWith(".") && shown.test(relative(path));
        }

        private String relative(Path path) {
            return folder.relativize(path).toString().replace('\\', '/');
        }
    }

    private record OnDisk(Path file, String path) implements SkillFile {
        @Override
        public String mimeType() {
            String name = path.toLowerCase(Locale.ROOT);
            if (name.endsWith(".md")) return "text/markdown";
            if (name.endsWith(".yaml") || name.endsWith(".yml")) return "application/yaml";
            if (name.endsWith(".json")) return "application/json";
            if (name.endsWith(".png")) return "image/png";
            return name.endsWith(".jpg") ? "image/jpeg" : "text/plain";
        }

        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(file);
        }
    }
}
