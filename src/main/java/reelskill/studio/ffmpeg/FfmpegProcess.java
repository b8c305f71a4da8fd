package reelskill.studio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import reelskill.studio.ffmpeg.FfmpegException.Reason;

/**
 * A running ffmpeg whose pipes the caller reads or writes. Its error stream is drained. {@link #close} ends it, from
 * any thread; otherwise not safe for use by many threads.
 */
public final class FfmpegProcess implements AutoCloseable {
    private final Process process;
    private final Lifeline lifeline;
    private final LastLines errors;
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;
    private final List<String> command;

    FfmpegProcess(ProcessBuilder builder, Cancellation cancellation) throws IOException {
        cancellation.throwIfCancelled();
        command = builder.command();
        process = builder.start();
        lifeline = new Lifeline(process.toHandle());
        errors = new LastLines(process.getErrorStream(), "reelskill-ffmpeg-errors");
        this.cancellation = cancellation;
        registration = cancellation.onCancel(lifeline::stop);
    }

    /** Returns where ffmpeg reads {@code pipe:0}. Close it to end the input. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Returns what ffmpeg writes to {@code pipe:1}. */
    public InputStream output() {
        return process.getInputStream();
    }

    /**
     * Closes the input and waits until ffmpeg has ended well.
     *
     * @return how many lines of errors ffmpeg wrote although it ended well: 0 for healthy media
     * @throws FfmpegException if it failed
     * @throws CancellationException if it was cancelled, or this thread interrupted
     */
    public long finish() {
        try {
            closeQuietly(process.getOutputStream());
            int status = process.waitFor();
            cancellation.throwIfCancelled();
            if (status != 0) throw failure(status);
            return errors.count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            close();
        }
    }

    /** Ends ffmpeg by force if it still runs. */
    @Override
    public void close() {
        registration.close();
        lifeline.close();
    }

    /** Hands over every line of the output; ends early, without a word, when the child is ended. */
    void forEachLine(Consumer<String> line) {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line.accept(text);
            }
        } catch (IOException e) {
            // A cancelled child takes its pipe along; finish() tells what became of it.
        }
    }

    private FfmpegException failure(int status) throws InterruptedException {
        List<String> last = errors.all();
        Reason reason = Reason.of(String.join("\n", last), Reason.FAILED);
        return new FfmpegException(reason, "status " + status + " from " + command, last);
    }

    private static void closeQuietly(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // The child ended first; its status tells why.
        }
    }
}
