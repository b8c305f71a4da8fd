package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clip whose file is called as cards are: what was made here is told by where it came from. */
class MadeMediaTurnTest extends OneSession {
    @TempDir
    private Path folder;

    @Override
    Path clip() {
        try {
            return Files.copy(StudioMedia.clip(), folder.resolve("■ mine.mp4"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fileThatIsCalledLikeACardIsAClip() {
        text("start with a black screen for 2 seconds");
        assertThat(duration()).isEqualTo(6000);
        assertThat(text("cut the first 1 second of clip 1")).contains("2-3 s");
        assertThat(text("remove the card")).contains("Card removed");
        assertThat(duration()).isEqualTo(3000);
    }

    private long duration() {
        return client.state(session).at("/state/draft/d").asLong();
    }
}
