package reelskill.studio.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import reelskill.studio.ffmpeg.Cancellation;

/**
 * The sound of a result, mixed and encoded on a thread of its own while the pictures are made. What is then copied out of
 * it is the same, byte for byte, as if it were encoded into the result.
 */
final class SoundFile implements AutoCloseable {
    private final Path file;
    private final Cancellation own = new Cancellation();
    private final Cancellation.Registration whole;
    private final FutureTask<Path> making;

    /**
     * Begins at once.
     *
     * @param encoding the arguments of the encoder
     * @param file is made, and gone when this is closed
     */
    SoundFile(SoundPipe pipe, List<String> encoding, Path file, Cancellation cancellation) {
        this.file = file;
        this.whole = cancellation.onCancel(own::cancel);
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
        arguments.addAll(SoundPipe.INPUT);
        arguments.addAll(encoding);
        // In the clock of the samples, so that how much the encoder needed to get going is kept exactly.
        arguments.addAll(List.of("-movie_timescale", "48000", "-f", "mp4", "file:" + file.toAbsolutePath()));
        this.making = new FutureTask<>(() -> {
            pipe.run(arguments, share -> {}, own);
            return file;
        });
        Thread thread = new Thread(making, "reelskill-studio-sound");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the file.
     *
     * @throws CancellationException if cancelled, or this thread interrupted
     */
    Path finished() throws IOException {
        try {
            return making.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            Throwable reason = e.getCause();
            if (reason instanceof IOException failed) throw failed;
            if (reason instanceof RuntimeException failed) throw failed;
            throw new IllegalStateException(reason);
        }
    }

    /** Stops what still runs, and returns when nothing reads the sound any more. */
    @Override
    public void close() throws IOException {
        whole.close();
        own.cancel();
        try {
            finished();
        } catch (IOException | RuntimeException e) {
            // Whoever wanted the file has been told.
        }
        Files.deleteIfExists(file);
    }
}
