package reelskill.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
    @TempDir
    Path folder;

    @Test
    void missingFileIsEmpty() {
        assertThat(new PrivateFile(folder.resolve("none")).read()).isEmpty();
    }

    @Test
    void contentIsReadableByTheOwnerOnly() throws Exception {
        Path path = folder.resolve("deep/secret");
        new PrivateFile(path).write("it");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void writingReplacesTheWholeAndLeavesNothingBeside() throws Exception {
        PrivateFile file = new PrivateFile(folder.resolve("secret"));
        file.write("a long first content");
        file.write("short");
        assertThat(file.read()).contains("short");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void folderThatIsAFileIsAFailureAndNotALoss() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "mine");
        assertThatThrownBy(() -> new PrivateFile(blocked.resolve("secret")).write("x"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(blocked).hasContent("mine");
    }

    @Test
    void actionsOfOneFileNeverOverlap() {
        PrivateFile file = new PrivateFile(folder.resolve("counter"));
        file.write("0");
        List<Integer> all = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> new PrivateFile(file.path()).exclusively(() -> increment(file)))
                .toList();
        assertThat(file.read()).contains("40");
        assertThat(all).doesNotHaveDuplicates();
    }

    private static int increment(PrivateFile file) {
        int next = Integer.parseInt(file.read().orElseThrow()) + 1;
        file.write(String.valueOf(next));
        return next;
    }
}
