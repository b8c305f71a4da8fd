package reelskill.studio.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.studio.analysis.Sound;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.render.RenderException.Reason;

/** Joins chunks and sound to one file, and lets it have its name only when it is complete and right. */
final class Publisher {
    /** Encoders of sound work in blocks of 21 ms, so that its end may differ by one. */
    private static final double MOST_SOUND_DRIFT = 0.025;

    private final Ffmpeg ffmpeg;
    private final FrameRate rate;
    private final Path target;
    private final Path part;

    Publisher(Ffmpeg ffmpeg, FrameRate rate, Path target) {
        this.ffmpeg = ffmpeg;
        this.rate = rate;
        this.target = target.toAbsolutePath();
        this.part = this.target.resolveSibling("." + this.target.getFileName() + ".part-"
                + UUID.randomUUID().toString().substring(0, 8) + ".mp4");
    }

    /** Throws before any work is done if the target cannot be written. */
    void requireWritable() {
        try {
            Files.createFile(part);
            Files.delete(part);
            if (Files.isDirectory(target)) throw new IOException(target + " is a folder");
        } catch (IOException e) {
            throw new RenderException(Reason.TARGET_NOT_WRITABLE, e);
        }
    }

    /**
     * @param list the chunks, as ffmpeg's concat demuxer reads them
     * @param frames how many frames they have together
     */
    void publish(Path list, long frames, Optional<Soundtrack> sound, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        try {
            if (sound.isPresent()) joinWithSound(list, sound.get(), progress, cancellation);
            else ffmpeg.run(join(list, List.of(), List.of()), new FfmpegJob(rate.time(frames), progress, cancellation));
            verify(frames, sound.isPresent());
            cancellation.throwIfCancelled();
            force();
            move();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void joinWithSound(Path list, Soundtrack sound, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        List<String> samples =
                List.of("-f", "s16le", "-ar", Integer.toString(Sound.RATE), "-ac", "2", "-i", "pipe:0", "-map", "1:a");
        List<String> coded = List.of("-c:a", "aac", "-b:a", "192k");
        try (FfmpegProcess process = ffmpeg.start(join(list, samples, coded), cancellation)) {
            try (OutputStream pipe = process.input()) {
                sound.writeTo(pipe, progress);
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

    private List<String> join(Path list, List<String> soundInput, List<String> soundCodec) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "concat", "-safe", "0"));
        arguments.addAll(List.of("-i", "file:" + list.toAbsolutePath()));
        List<String> maps =
                soundInput.isEmpty() ? List.of() : soundInput.subList(soundInput.size() - 2, soundInput.size());
        arguments.addAll(soundInput.subList(0, soundInput.size() - maps.size()));
        arguments.addAll(List.of("-map", "0:v"));
        arguments.addAll(maps);
        arguments.addAll(List.of("-c:v", "copy", "-bsf:v", exactStamps()));
        arguments.addAll(soundCodec);
        // Both: an edit list counts in the movie's clock, and would round the duration to milliseconds.
        String timescale = Long.toString(VideoClock.of(rate).timescale());
        arguments.addAll(List.of("-video_track_timescale", timescale, "-movie_timescale", timescale));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", "file:" + part));
        return arguments;
    }

    /** Puts stamps on the grid that joining has rounded to microseconds. x264 shows frames at most 2 later than sent. */
    private String exactStamps() {
        VideoClock clock = VideoClock.of(rate);
        return String.format(
                Locale.ROOT,
                "setts=pts=round(PTS*TB*%d/%d)*%d:dts=(N-2)*%d:duration=%d:time_base=1/%d",
                rate.numerator(),
                rate.denominator(),
                clock.ticks(),
                clock.ticks(),
                clock.ticks(),
                clock.timescale());
    }

    private void verify(long frames, boolean withSound) {
        MadeFile made = MadeFile.read(part, ffmpeg);
        boolean pictureIsRight =
                made.frames() == frames && Math.abs(made.pictureSeconds() - rate.seconds(frames)) < 0.5 / rate.fps();
        boolean soundIsRight = made.hasSound() == withSound
                && (!withSound || Math.abs(made.soundSeconds() - made.pictureSeconds()) < MOST_SOUND_DRIFT);
        if (!pictureIsRight || !soundIsRight) {
            throw new RenderException(Reason.FAILED, "made " + made + ", wanted " + frames + " frames");
        }
    }

    /** A crash of the machine must not leave the name without the content. */
    private void force() throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
