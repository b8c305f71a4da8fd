package reelskill.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boxes of files that somebody made to do harm, or that a broken disk made. */
class Mp4Test {
    @TempDir
    Path folder;

    @Test
    void boxThatClaimsMoreBytesThanThereAreIsCutOff() {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        box(bytes, 8, "free");
        box(bytes, 1, "mdat").putLong(Long.MAX_VALUE);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(EOFException.class).hasMessageContaining("mdat");
    }

    @Test
    void boxesWithinBoxesWithoutEndAreNotFollowed() throws IOException {
        int deep = 90_000;
        ByteBuffer bytes = ByteBuffer.allocate(deep * 8);
        for (int left = deep * 8; left > 0; left -= 8) box(bytes, left, "moov");
        assertThat(read(bytes).duration()).isEqualTo(Duration.ZERO);
    }

    private Mp4 read(ByteBuffer bytes) throws IOException {
        return Mp4.read(Files.write(folder.resolve("clip.mp4"), bytes.array()));
    }

    private static ByteBuffer box(ByteBuffer bytes, int length, String type) {
        return bytes.putInt(length).put(type.getBytes(StandardCharsets.US_ASCII));
    }
}
