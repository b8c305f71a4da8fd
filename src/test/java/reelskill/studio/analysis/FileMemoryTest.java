package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMemoryTest {
    private final FileMemory<String> memory = new FileMemory<>();

    @TempDir
    Path folder;

    private Path file;
    private int asked;

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(folder.resolve("a"), "media");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void fileThatStaysAsItIsIsLookedAtOnce() {
        assertThat(answer("ffprobe")).isEqualTo("answer 1");
        assertThat(answer("ffprobe")).isEqualTo("answer 1");
        assertThat(answer("another ffprobe")).isEqualTo("answer 2");
    }

    @Test
    void fileThatChangedIsLookedAtAgain() throws IOException {
        answer("ffprobe");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:01Z")));
        assertThat(answer("ffprobe")).isEqualTo("answer 2");
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(Files.writeString(file, "longer media"), before);
        assertThat(answer("ffprobe")).isEqualTo("answer 3");
    }

    @Test
    void whatCouldNotBeFoundOutIsAskedAgain() {
        assertThatThrownBy(() -> memory.of(file, "ffprobe", () -> {
                    throw new IllegalArgumentException("damaged");
                }))
                .hasMessage("damaged");
        assertThat(answer("ffprobe")).isEqualTo("answer 1");
    }

    @Test
    void lostFileIsSaid() {
        assertThatThrownBy(() -> memory.of(folder.resolve("gone"), "ffprobe", () -> "answer"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private String answer(String who) {
        return memory.of(file, who, () -> "answer " + ++asked);
    }
}
