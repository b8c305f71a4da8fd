package reelskill.studio.matte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/** Mattes on disk: what is saved is found again, and nothing else stays. */
class MatteStoreTest {
    private static final Resolution SIZE = new Resolution(64, 36);

    @Test
    void keptMattesComeBackAfterSaving(@TempDir Path folder) throws IOException {
        try (MatteStore store = store(folder, MatteMode.DEFAULT)) {
            store.keep(7, matte(200));
            assertThat(store.find(7)).contains(matte(200));
            store.save();
        }
        try (MatteStore again = store(folder, MatteMode.DEFAULT);
                MatteStore other = store(folder, MatteMode.FINE)) {
            assertThat(again.find(7)).contains(matte(200));
            assertThat(other.find(7)).isEmpty();
        }
    }

    @Test
    void mattesOfLaterJobsJoinThoseSavedBefore(@TempDir Path folder) throws IOException {
        for (int frame = 0; frame < 3; frame++) {
            try (MatteStore store = store(folder, MatteMode.DEFAULT)) {
                store.keep(frame, matte(200 + frame));
                store.save();
            }
        }
        try (MatteStore store = store(folder, MatteMode.DEFAULT)) {
            for (int frame = 0; frame < 3; frame++)
                assertThat(store.find(frame)).contains(matte(200 + frame));
        }
    }

    @Test
    void brokenOffJobKeepsNothingAndLeavesNothingBehind(@TempDir Path folder) throws IOException {
        try (MatteStore store = store(folder, MatteMode.DEFAULT)) {
            store.keep(7, matte(200));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void partsOfKilledJobsGoAndThoseOfJobsThatMayRunStay(@TempDir Path folder) throws IOException {
        Path left = Files.createFile(folder.resolve(".mattes-1.part"));
        Path written = Files.createFile(folder.resolve(".mattes-2.part"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().minus(Duration.ofHours(23))));
        store(folder, MatteMode.DEFAULT).close();
        assertThat(folder).isDirectoryContaining(written::equals);
        assertThat(left).doesNotExist();
    }

    @Test
    void damagedStoreCountsAsEmpty(@TempDir Path folder) throws IOException {
        try (MatteStore store = store(folder, MatteMode.DEFAULT)) {
            store.keep(7, matte(200));
            store.save();
        }
        try (Stream<Path> files = Files.list(folder)) {
            byte[] garbage = new byte[500];
            Arrays.fill(garbage, (byte) 0x7f);
            Files.write(files.findFirst().orElseThrow(), garbage);
        }
        try (MatteStore store = store(folder, MatteMode.DEFAULT)) {
            assertThat(store.find(7)).isEqualTo(Optional.empty());
            store.keep(8, matte(210));
            store.save();
        }
        try (MatteStore store = store(folder, MatteMode.DEFAULT)) {
            assertThat(store.find(8)).contains(matte(210));
        }
    }

    private static MatteStore store(Path folder, MatteMode mode) throws IOException {
        return MatteStore.open(folder, source(), mode);
    }

    private static Matte matte(int value) {
        byte[] alpha = new byte[32 * 18];
        for (int i = 0; i < alpha.length; i++) alpha[i] = (byte) (i % 5 == 0 ? value : i);
        return new Matte(new Region(0, 0, SIZE.width(), SIZE.height()), 32, 18, alpha);
    }

    private static FrameSource source() {
        return new FrameSource(
                List.of("-version"),
                SIZE,
                YuvMatrix.BT709,
                new FrameRate(30, 1),
                List.of(new FrameSource.Span(0, 10)),
                "key");
    }
}
