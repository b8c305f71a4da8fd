package reelskill.studio.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import reelskill.studio.analysis.Sound;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.render.RenderException.Reason;

/** Mixed sound on its way into ffmpeg. */
record SoundPipe(Ffmpeg ffmpeg, Soundtrack sound) {
    /** The arguments that read it. */
    static final List<String> INPUT =
            List.of("-f", "s16le", "-ar", Integer.toString(Sound.RATE), "-ac", "2", "-i", "pipe:0");

    /** Runs ffmpeg with {@code arguments}, which have {@link #INPUT} among them, to its end. */
    void run(List<String> arguments, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        try (FfmpegProcess process = ffmpeg.start(arguments, cancellation)) {
            try (OutputStream pipe = process.input()) {
                sound.writeTo(pipe, progress, cancellation);
            } catch (IOException e) {
                // The pipe breaks when ffmpeg has ended: it knows why, and says it below.
                reasonOf(process, e);
            }
            process.finish();
        }
    }

    private static void reasonOf(FfmpegProcess process, IOException broken) {
        try {
            process.finish();
        } catch (FfmpegException | CancellationException e) {
            e.addSuppressed(broken);
            throw e;
        }
        throw new RenderException(Reason.FAILED, broken);
    }
}
