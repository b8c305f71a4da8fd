package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads an operation sees what it does: each says it in a drawing of before and after. */
class OperationDrawingsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "reelskill", "studio", "plan");
    private static final Set<String> CHANGE_NOTHING = Set.of("ShowTranscript.java", "TellTimeline.java", "Trial.java");

    @Test
    void everyOperationHasADrawing() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> operations = files.filter(
                            file -> read(file).matches("(?s).*\\brecord [^{]*implements EditOperation \\{.*"))
                    .filter(file -> !CHANGE_NOTHING.contains(file.getFileName().toString()))
                    .toList();
            assertThat(operations).hasSizeGreaterThan(50);
            assertThat(operations)
                    .filteredOn(file -> !read(file).matches("(?s).*<pre>.*→.*</pre>.*"))
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
