package reelskill.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import reelskill.file.Listed;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.timeline.Denoise;
import reelskill.studio.timeline.Pace;

/**
 * Decodes the sound of media once and keeps it on disk, 11 MB a minute, the longest unused going first. Safe for use by
 * many threads and by several processes on one folder.
 */
public final class SoundCache {
    private static final long DEFAULT_LIMIT = 4L << 30;
    private static final String SUFFIX = ".pcm";
    private static final String PART = ".part";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Ffmpeg ffmpeg;
    private final Path folder;
    private final long limit;

    /** Keeps at most 4 GB. */
    public SoundCache(Ffmpeg ffmpeg, Path folder) {
        this(ffmpeg, folder, DEFAULT_LIMIT);
    }

    /** Keeps at most {@code limit} bytes, but always the sound asked for last. */
    public SoundCache(Ffmpeg ffmpeg, Path folder, long limit) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Returns the sound of {@code media}, or empty if it has none. The caller closes it.
     *
     * @throws UnusableMediaException if it is no media
     * @throws reelskill.studio.ffmpeg.FfmpegException if it cannot be decoded
     */
    public Optional<Sound> open(Path media) {
        return open(media, share -> {}, new Cancellation());
    }

    /**
     * As {@link #open(Path)}; {@code progress} takes shares from 0 to 1 while decoding.
     *
     * @throws CancellationException if cancelled
     */
    public Optional<Sound> open(Path media, DoubleConsumer progress, Cancellation cancellation) {
        return open(media, Optional.empty(), progress, cancellation);
    }

    private Optional<Sound> open(
            Path media, Optional<Denoise> denoise, DoubleConsumer progress, Cancellation cancellation) {
        Path kept = folder.resolve(ContentKey.of(media) + name(denoise) + SUFFIX);
        return OneAtATime.making(kept, cancellation, () -> open(media, denoise, kept, progress, cancellation));
    }

    private Optional<Sound> open(
            Path media, Optional<Denoise> denoise, Path kept, DoubleConsumer progress, Cancellation cancellation) {
        try {
            Optional<Sound> sound = find(kept);
            if (sound.isEmpty()) {
                Files.createDirectories(folder);
                sound = Optional.of(decode(media, denoise, kept, progress, cancellation));
                evict();
            }
            if (sound.get().frames() > 0) return sound;
            sound.get().close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the sound of {@code media} as it is heard, cleaned and at {@code pace}: its frame 0 sounds when the first
     * frame is played. Empty if it has none, or stands still. Otherwise as {@link #open(Path, DoubleConsumer,
     * Cancellation)}.
     *
     * @param rate of the frames in which {@code pace} counts
     */
    public Optional<Sound> open(
            Path media,
            Optional<Denoise> denoise,
            Pace pace,
            FrameRate rate,
            DoubleConsumer progress,
            Cancellation cancellation) {
        if (pace.equals(Pace.Speed.NORMAL)) return open(media, denoise, progress, cancellation);
        if (pace.factor() == 0) return Optional.empty();
        try {
            Path kept = folder.resolve(ContentKey.of(media) + name(denoise) + "-" + name(pace, rate) + SUFFIX);
            Optional<Sound> known = find(kept);
            if (known.isPresent()) return known;
            Optional<Sound> filmed = open(media, denoise, share -> progress.accept(share / 2), cancellation);
            if (filmed.isEmpty()) return filmed;
            try (Sound sound = filmed.get()) {
                DoubleConsumer rest = share -> progress.accept((1 + share) / 2);
                PacedSound paced = new PacedSound(sound, pace, rate);
                Sound made = keep(kept, part -> paced.write(part, rest, cancellation));
                evict();
                return Optional.of(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Optional<Denoise> denoise) {
        return denoise.map(noise -> "-n" + noise.floor() + "_" + noise.reduction())
                .orElse("");
    }

    private static String name(Pace pace, FrameRate rate) {
        String end = pace instanceof Pace.Backwards back ? "b" + back.end() + "_" + rate : "";
        return (pace.factor() + end).replace('/', '_');
    }

    private static Optional<Sound> find(Path kept) throws IOException {
        try {
            Sound sound = new Sound(kept);
            Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
            return Optional.of(sound);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Sound decode(
            Path media, Optional<Denoise> denoise, Path kept, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        return keep(kept, part -> {
            Inspection inspection = new MediaProbe(ffmpeg).inspect(media);
            if (inspection.sound().isEmpty()) return;
            FfmpegJob job = new FfmpegJob(inspection.facts().duration(), progress, cancellation);
            ffmpeg.run(arguments(media, inspection, denoise, part), job);
        });
    }

    private interface Writer {
        void write(Path part) throws IOException;
    }

    /** Opens before the file gets its name, so that no other process can take it away in between. */
    private Sound keep(Path kept, Writer writer) throws IOException {
        Path part = Files.createTempFile(folder, "", PART);
        try {
            writer.write(part);
            Sound sound = new Sound(part);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return sound;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static List<String> arguments(Path media, Inspection inspection, Optional<Denoise> denoise, Path target) {
        BigDecimal start = BigDecimal.valueOf(inspection.start().toNanos(), 9);
        Filter fromZero = Filter.named("asetpts").with("expr", "PTS-" + start.toPlainString() + "/TB");
        // Pads or trims the beginning, and fills what is missing in the middle, such as a packet that was lost.
        Filter gapless = Filter.named("aresample")
                .with("osr", Sound.RATE)
                .with("async", 1)
                .with("min_hard_comp", 0.04)
                .with("first_pts", 0);
        // ffmpeg's own way from mono to stereo takes 3 dB off.
        boolean mono = inspection.facts().audio().orElseThrow().channels() == 1;
        String bothSides = mono ? "," + Filter.named("pan").with("args", "stereo|c0=c0|c1=c0") : "";
        String clean = denoise.map(noise -> "," + NoiseFilter.of(noise)).orElse("");
        // ffmpeg hands every block of sound from thread to thread, which takes long where a block is short.
        Filter longBlocks =
                Filter.named("asetnsamples").with("nb_out_samples", 1 << 14).with("pad", 0);
        String filters = fromZero + "," + gapless + bothSides + clean + "," + longBlocks;
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(MediaInput.of(media));
        arguments.addAll(List.of("-map", "0:" + inspection.sound().getAsInt(), "-af", filters));
        arguments.addAll(List.of("-ac", "2", "-f", "s16le", "-y", "file:" + target.toAbsolutePath()));
        return arguments;
    }

    /** Another process may do the same at the same time: a file that is gone is no failure. */
    private void evict() throws IOException {
        Instant abandoned = Instant.now().minus(ABANDONED);
        long kept = 0;
        for (Listed file : Listed.newestFirst(folder)) {
            String name = String.valueOf(file.path().getFileName());
            boolean isSound = name.endsWith(SUFFIX);
            if (isSound) kept += file.bytes();
            boolean isLeftOver = name.endsWith(PART) && file.touched().isBefore(abandoned);
            if ((isSound && kept > limit && kept > file.bytes()) || isLeftOver) Files.deleteIfExists(file.path());
        }
    }
}
