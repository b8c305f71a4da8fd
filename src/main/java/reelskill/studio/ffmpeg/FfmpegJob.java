package reelskill.studio.ffmpeg;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/**
 * What a run of ffmpeg is measured by and stopped by.
 *
 * @param expected how long the output will play; zero when unknown, then only 1 is reported at the end
 * @param progress takes the share that is done, 0 to 1, never falling; called on the thread that runs the job
 */
public record FfmpegJob(Duration expected, DoubleConsumer progress, Cancellation cancellation) {
    /** Returns a job that nobody watches and nobody stops. */
    public static FfmpegJob unwatched() {
        return new FfmpegJob(Duration.ZERO, share -> {}, new Cancellation());
    }
}
