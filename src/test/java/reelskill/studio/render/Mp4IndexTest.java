package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp4IndexTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.mov"})
    void picturesAreCountedAsFfprobeCountsThem(String name) {
        Path file = made(name);
        Mp4Index index = Mp4Index.of(file);
        assertThat(index.frames()).isEqualTo(MadeFile.read(file, Stage.FFMPEG).frames());
        assertThat(index.bytes())
                .isEqualTo(Stage.probe(file, "-show_entries", "packet=size").stream()
                        .mapToLong(line -> Long.parseLong(line.split(",", -1)[0]))
                        .sum());
        assertThat(index.parameters()).isEqualTo(AvcParameters.of(file, 0, Stage.FFMPEG));
        assertThatCode(() -> Mp4Index.require(file, 30, "it")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Mp4Index.require(file, 31, "it"))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("30 frames, not 31");
    }

    @Test
    void fileThatWasNotWrittenToItsEndIsRefused() throws IOException {
        Path file = made("a.mp4");
        byte[] all = Files.readAllBytes(file);
        Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(all, all.length - 1));
        assertThatThrownBy(() -> Mp4Index.require(half, 30, "it")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void indexOfPicturesThatAreNotThereIsRefused() throws IOException {
        Path file = made("a.mp4");
        byte[] all = Files.readAllBytes(file);
        int index = Math.toIntExact(Mp4Index.of(file).place());
        Path bare = Files.write(folder.resolve("bare.mp4"), Arrays.copyOfRange(all, index, all.length));
        assertThatThrownBy(() -> Mp4Index.require(bare, 30, "it")).isInstanceOf(RenderException.class);
    }

    private Path made(String name) {
        new Stage(folder).make(name, "testsrc=s=320x180:r=25:d=1.2", "-pix_fmt", "yuv420p", "-g", "7");
        return folder.resolve(name);
    }
}
