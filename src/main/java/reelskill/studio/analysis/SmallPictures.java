package reelskill.studio.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import reelskill.media.TimeRange;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.MediaInput;

/** A video as small grey pictures of averaged tiles, a few a second: what movement looks like without a camera's noise. */
record SmallPictures(Ffmpeg ffmpeg, int width, int height, int perSecond) {
    /** Shows each picture of a file, in order and in an array of its own, to {@code viewer}; reads the whole picture. */
    void show(Path media, int stream, Consumer<byte[]> viewer) {
        try (FfmpegProcess process = ffmpeg.start(arguments(media, stream), new Cancellation())) {
            InputStream pictures = process.output();
            int size = width * height;
            for (byte[] next = pictures.readNBytes(size); next.length == size; next = pictures.readNBytes(size)) {
                viewer.accept(next);
            }
            process.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Shows pictures of the first picture stream of a file until {@code viewer} says no, each frame being worth one.
     *
     * @param part of the file; empty for all of it
     */
    void show(Path media, Optional<TimeRange> part, Predicate<byte[]> viewer) {
        List<String> arguments = new ArrayList<>();
        part.ifPresent(range -> arguments.addAll(List.of("-ss", seconds(range.in()), "-t", seconds(range.duration()))));
        arguments.addAll(MediaInput.of(media));
        arguments.addAll(List.of("-map", "0:v:0", "-vf", graph(filters()), "-f", "rawvideo", "pipe:1"));
        try (FfmpegProcess process = ffmpeg.start(arguments, new Cancellation())) {
            InputStream pictures = process.output();
            int size = width * height;
            for (byte[] next = pictures.readNBytes(size); next.length == size; next = pictures.readNBytes(size)) {
                if (!viewer.test(next)) return;
            }
            process.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).toPlainString();
    }

    /** Skips frames that no other needs: a quarter faster, and there are more than enough anyway. */
    private List<String> arguments(Path media, int stream) {
        List<String> arguments = new ArrayList<>(List.of("-skip_frame", "noref"));
        arguments.addAll(MediaInput.of(media));
        arguments.addAll(List.of("-map", "0:" + stream, "-vf", graph(filters()), "-f", "rawvideo", "pipe:1"));
        return arguments;
    }

    private List<Filter> filters() {
        return List.of(
                Filter.named("setpts").with("expr", "PTS-STARTPTS"),
                Filter.named("fps").with("fps", perSecond),
                Filter.named("scale").with("w", width).with("h", height).with("flags", "area"),
                Filter.named("format").with("pix_fmts", "gray"));
    }

    private static String graph(List<Filter> filters) {
        return String.join(",", filters.stream().map(Filter::toString).toList());
    }
}
