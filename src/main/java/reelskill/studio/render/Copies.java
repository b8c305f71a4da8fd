package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.FrameRange;

/**
 * Takes groups of pictures of the media into one render as they are, the last before a cut up to the cut, so that only the
 * frames behind the cuts are encoded. All that is copied has the same parameters; what has others is encoded. Not thread-safe.
 */
final class Copies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
    /** Encoding as many pixels costs several times what another two files to join do: two seconds of 720p. */
    private static final long FEWEST_PIXELS = 50_000_000;

    private final Ffmpeg ffmpeg;
    private final ChunkStore store;
    private final FrameRate rate;
    private final CanvasFit fit;
    private final Map<String, Source> sources;
    private final Map<String, Optional<PictureGroups>> groups = new HashMap<>();
    private final List<Path> files = new ArrayList<>();
    private Optional<AvcParameters> parameters = Optional.empty();
    private long frames;

    /** @param sources from which may be copied; where the pictures are encoded once more, nothing is */
    Copies(Ffmpeg ffmpeg, Path workFolder, Encoding encoding, Map<String, Source> sources) {
        this.ffmpeg = ffmpeg;
        this.store = new ChunkStore(workFolder.resolve("chunks"));
        this.rate = encoding.rate();
        this.fit = encoding.fit();
        this.sources = encoding.copiesPicture() ? sources : Map.of();
    }

    /** Returns the ranges of a take's frames that are worth copying, in order and apart. */
    List<FrameRange> of(Take take) {
        if (!take.isPlain() || !take.effects().equals(Effects.NONE) || !isWorthwhile(take.length())) return List.of();
        Optional<PictureGroups> known = groups(take.mediaId()).filter(this::isOfTheSameParameters);
        List<FrameRange> rows = known.map(all -> all.rows(take.in(), take.out())).orElse(List.of()).stream()
                .filter(row -> isWorthwhile(row.duration()))
                .map(row -> new FrameRange(row.in() - take.in(), row.out() - take.in()))
                .toList();
        if (!rows.isEmpty()) parameters = known.map(PictureGroups::parameters);
        return rows;
    }

    /** Returns a number by which no copied picture names its parameters. */
    int freeNumber() {
        return parameters.map(AvcParameters::freeNumber).orElse(1);
    }

    /** Returns how many frames were copied so far. */
    long frames() {
        return frames;
    }

    /** Returns the file of each of {@code all}: exactly its frames, no sound; none where that cannot be had by copying. */
    Map<Copied, Path> made(List<Copied> all, Cancellation cancellation) throws IOException {
        Map<Copied, Path> made = new HashMap<>();
        for (Copied copied : all) {
            if (!made.containsKey(copied)) made(copied.take(), cancellation).ifPresent(file -> made.put(copied, file));
            if (made.containsKey(copied)) frames += copied.length();
        }
        return made;
    }

    private Optional<Path> made(Take take, Cancellation cancellation) throws IOException {
        Source source = Source.in(sources, take.mediaId());
        PictureGroups from = groups(take.mediaId()).orElseThrow();
        Path file = store.passing();
        files.add(file);
        try {
            FfmpegJob job = new FfmpegJob(Duration.ZERO, share -> {}, cancellation);
            ffmpeg.run(arguments(take, source, from.stream(), file), job);
            Mp4Index made = Mp4Index.of(file);
            if (made.holds(take.length()) && made.bytes() == from.bytes(take.in(), take.out())) {
                return Optional.of(file);
            }
            LOG.info("{} could not be copied exactly and is encoded", take);
        } catch (FfmpegException e) {
            if (e.reason() == FfmpegException.Reason.DISK_FULL) throw e;
            LOG.info("{} could not be copied and is encoded", take, e);
        } catch (UncheckedIOException e) {
            LOG.info("the copy of {} is not whole and is encoded", take, e);
        }
        return Optional.empty();
    }

    /**
     * Returns a file like {@code first} that names the parameters of all pictures: players read them once, from the
     * beginning of the first.
     *
     * @param encoded a file that was encoded and not copied
     */
    Path announced(Path first, Path encoded) throws IOException {
        if (frames == 0) return first;
        Optional<AvcParameters> others = Mp4Index.of(encoded).parameters();
        if (others.isEmpty()) throw new IOException("an encoded file does not name its parameters");
        Path file = first;
        if (!files.contains(first)) {
            file = store.passing();
            files.add(file);
            Files.copy(first, file, StandardCopyOption.REPLACE_EXISTING);
        }
        AvcBox.replace(file, parameters.orElseThrow().and(others.get()));
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) Files.deleteIfExists(file);
    }

    private Optional<PictureGroups> groups(String mediaId) {
        return groups.computeIfAbsent(mediaId, id -> Optional.ofNullable(sources.get(id))
                .flatMap(source -> GroupReader.read(source, rate, fit, ffmpeg)));
    }

    private boolean isOfTheSameParameters(PictureGroups other) {
        return parameters.isEmpty() || parameters.get().equals(other.parameters());
    }

    private boolean isWorthwhile(long length) {
        return length * fit.canvas().width() * fit.canvas().height() >= FEWEST_PIXELS;
    }

    /** The seek lands between the first frame and the next, so that rounding cannot bring it before the first. */
    private List<String> arguments(Take take, Source source, int stream, Path file) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-copyts"));
        double seconds = source.startSeconds() + (take.in() + 0.45) * rate.denominator() / rate.numerator();
        arguments.addAll(List.of("-seek_timestamp", "1", "-noaccurate_seek", "-ss", decimal(seconds)));
        arguments.addAll(MediaInput.of(source.file()));
        arguments.addAll(List.of("-map", "0:" + stream, "-c", "copy", "-copypriorss", "1"));
        arguments.addAll(List.of("-frames:v", Long.toString(take.length()), "-bsf:v", stamps(take, source)));
        VideoClock clock = VideoClock.of(rate);
        arguments.addAll(List.of("-video_track_timescale", Long.toString(clock.timescale())));
        arguments.addAll(List.of("-map_metadata", "-1", "-f", "mp4", "file:" + file.toAbsolutePath()));
        return arguments;
    }

    /** Puts the frames on the grid, from 0 on. */
    private String stamps(Take take, Source source) {
        VideoClock clock = VideoClock.of(rate);
        String slot = "round((PTS*TB-(" + decimal(source.startSeconds()) + "))*" + rate.numerator() + "/"
                + rate.denominator() + ")";
        return String.format(
                Locale.ROOT,
                "setts=pts=(%s-%d)*%d:dts=(N-2)*%d:duration=%d:time_base=1/%d",
                slot,
                take.in(),
                clock.ticks(),
                clock.ticks(),
                clock.ticks(),
                clock.timescale());
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
