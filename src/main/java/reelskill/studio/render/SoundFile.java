package reelskill.studio.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.studio.ffmpeg.Cancellation;

/**
 * The sound of a result, mixed and encoded while the pictures are made. What is then copied out of it is the same, byte
 * for byte, as if it were encoded into the result.
 */
final class SoundFile implements AutoCloseable {
    private final Path file;
    private final Beside<Path> making;

    /**
     * Begins at once.
     *
     * @param encoding the arguments of the encoder
     * @param file is made, and gone when this is closed
     */
    SoundFile(SoundPipe pipe, List<String> encoding, Path file, Cancellation cancellation) {
        this.file = file;
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
        arguments.addAll(SoundPipe.INPUT);
        arguments.addAll(encoding);
        // In the clock of the samples, so that how much the encoder needed to get going is kept exactly.
        arguments.addAll(List.of("-movie_timescale", "48000", "-f", "mp4", "file:" + file.toAbsolutePath()));
        Beside.Work<Path> work = own -> {
            pipe.run(arguments, share -> {}, own);
            return file;
        };
        this.making = new Beside<>("reelskill-studio-sound", work, cancellation);
    }

    /** Waits for the file. */
    Path finished() throws IOException {
        return making.finished();
    }

    /** Returns when nothing reads the sound any more. */
    @Override
    public void close() throws IOException {
        making.close();
        Files.deleteIfExists(file);
    }
}
