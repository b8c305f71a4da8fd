package reelskill.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
    @TempDir
    Path cache;

    private Path target;
    private WholeFolder folder;

    @BeforeEach
    void expectTwoFiles() {
        target = cache.resolve("tool-1");
        folder = new WholeFolder(target);
        folder.expect("one", 3);
        folder.expect("two", 3);
    }

    @Test
    void failedUnpackLeavesNothing() throws IOException {
        assertThatThrownBy(() -> folder.complete(WholeFolderTest::failAtTwo)).hasMessage("disk full");
        assertThat(names()).isEmpty();
    }

    @Test
    void wholeFolderIsNotMadeAgain() throws IOException {
        folder.complete(WholeFolderTest::content);
        assertThat(folder.complete(name -> {
                    throw new AssertionError("made again");
                }))
                .isEqualTo(target);
    }

    @Test
    void folderThatLostAFileIsReplaced() throws IOException {
        folder.complete(WholeFolderTest::content);
        Files.delete(target.resolve("two"));
        folder.complete(WholeFolderTest::content);
        assertThat(target.resolve("two")).hasContent("two");
        assertThat(names()).containsExactly("tool-1");
    }

    @Test
    void leftoversOfAKilledUnpackGoAndFreshOnesStay() throws IOException {
        Path old = Files.createDirectory(cache.resolve(".part-old"));
        Files.createFile(old.resolve("one"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Files.createDirectory(cache.resolve(".part-fresh"));
        folder.complete(WholeFolderTest::content);
        assertThat(names()).containsExactlyInAnyOrder("tool-1", ".part-fresh");
    }

    @RepeatedTest(25)
    void manyAtOnceMakeOne() throws Exception {
        List<Callable<Path>> makers = IntStream.range(0, 8)
                .<Callable<Path>>mapToObj(i -> () -> folder.complete(WholeFolderTest::content))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<Path> made : pool.invokeAll(makers)) {
                assertThat(made.get().resolve("one")).hasContent("one");
            }
        } finally {
            pool.shutdown();
        }
        assertThat(names()).containsExactly("tool-1");
    }

    @RepeatedTest(25)
    void manyAtOnceMendOne() throws Exception {
        folder.complete(WholeFolderTest::content);
        Files.delete(target.resolve("two"));
        Path old = Files.createDirectory(cache.resolve(".part-old"));
        Files.createFile(old.resolve("one"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        manyAtOnceMakeOne();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayLookInside() throws IOException {
        folder.complete(WholeFolderTest::content);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rwx------");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static InputStream content(String name) {
        return new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream failAtTwo(String name) throws IOException {
        if (name.equals("two")) throw new IOException("disk full");
        return content(name);
    }
}
