package reelskill.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ListedTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void newestComesFirst() throws IOException {
        file("old", 0);
        file("newest", 2);
        file("new", 1);
        assertThat(Listed.newestFirst(folder))
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("newest", "new", "old");
        assertThat(Listed.newestFirst(folder).get(0)).isEqualTo(new Listed(folder.resolve("newest"), at(2), 6));
    }

    /** A link that leads nowhere is in the list of names, and no file: like one that somebody takes away meanwhile. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsGoneMeanwhileIsPassedOver() throws IOException {
        file("there", 0);
        Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));
        assertThat(Listed.newestFirst(folder)).hasSize(1);
    }

    @Test
    void foldersAreNoFilesAndNoFolderHasNone() throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        assertThat(Listed.newestFirst(folder)).isEmpty();
        assertThat(Listed.newestFirst(folder.resolve("nowhere"))).isEmpty();
    }

    private void file(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(Files.writeString(folder.resolve(name), name), FileTime.from(at(seconds)));
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
