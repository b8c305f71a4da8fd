package reelskill.studio.render;

import java.io.IOException;
import java.util.Optional;

/**
 * What is heard of a result.
 *
 * @param sound empty where nothing is
 * @param file the same, being encoded; empty where it is encoded when the pictures are joined, in one go
 */
record Audible(Optional<Soundtrack> sound, Optional<SoundFile> file) implements AutoCloseable {
    /** Returns when nothing reads the sound any more. */
    @Override
    public void close() throws IOException {
        if (file.isPresent()) file.get().close();
    }
}
