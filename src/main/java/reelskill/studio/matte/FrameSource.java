package reelskill.studio.matte;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.MediaInput;

/**
 * Frames that ffmpeg decodes for us.
 *
 * @param arguments make ffmpeg write rawvideo to {@code pipe:1}: yuv420p, limited range, this size and matrix
 * @param spans which frames come; at least one, ascending, with gaps between
 * @param key names the media by content and all that changes its frames, so that mattes can be kept
 * @param surround what the finished frames are a part of; empty where they are all that is seen
 */
public record FrameSource(
        List<String> arguments,
        Resolution size,
        YuvMatrix matrix,
        FrameRate rate,
        List<Span> spans,
        String key,
        Optional<Surround> surround) {
    /**
     * Frames one after the other.
     *
     * @param first the number of the first, in the media's time on the grid of the source's rate
     */
    public record Span(long first, long length) {
        public Span {
            if (length < 1) throw new IllegalArgumentException("no frames: " + length);
        }

        /** Returns the number of the first frame behind it. */
        public long end() {
            return first + length;
        }
    }

    public FrameSource {
        arguments = List.copyOf(arguments);
        spans = List.copyOf(spans);
        if (spans.isEmpty()) throw new IllegalArgumentException("no frames");
    }

    public FrameSource(
            List<String> arguments, Resolution size, YuvMatrix matrix, FrameRate rate, List<Span> spans, String key) {
        this(arguments, size, matrix, rate, spans, key, Optional.empty());
    }

    /** Returns the same frames, which are finished as a part of a larger picture. */
    public FrameSource within(Surround larger) {
        return new FrameSource(arguments, size, matrix, rate, spans, key, Optional.of(larger));
    }

    /** Returns the same, decoded without frames between two others, for each of which a later one comes, and coarser. */
    public FrameSource hasty() {
        List<String> quicker = new ArrayList<>(List.of("-skip_frame", "bidir", "-skip_loop_filter", "all"));
        quicker.addAll(arguments);
        return new FrameSource(quicker, size, matrix, rate, spans, key, surround);
    }

    /** Returns the size of the finished frames. */
    public Resolution shown() {
        return surround.map(Surround::size).orElse(size);
    }

    /** Returns how many frames come. */
    public long length() {
        return spans.stream().mapToLong(Span::length).sum();
    }

    /** Returns the number, in the media's time, of the frame that comes after {@code index} others. */
    long number(long index) {
        long left = index;
        for (Span span : spans) {
            if (left < span.length()) return span.first() + left;
            left -= span.length();
        }
        throw new IllegalArgumentException(index + " of " + length());
    }

    /**
     * Returns some frames of a file as a player shows them: turned upright, with square pixels, on a constant rate, eight
     * bits.
     *
     * @param size the size a player shows, as probed
     * @param matrix the matrix the file names; BT709 for anything else is converted
     */
    public static FrameSource of(
            Path file, Resolution size, YuvMatrix matrix, FrameRate rate, long first, long length, String key) {
        Filter held = Filter.named("tpad").with("stop_mode", "clone").with("stop", length);
        String filters = "fps=" + rate + "," + held + "," + upright(size, matrix);
        List<String> arguments = decoding(List.of(), file, rate, first, filters, length);
        return new FrameSource(arguments, size, matrix, rate, List.of(new Span(first, length)), key);
    }

    /**
     * Returns frames of a file, ascending, that are decoded in one go: they should lie near each other. Otherwise as the
     * other.
     */
    public static FrameSource apart(
            Path file, Resolution size, YuvMatrix matrix, FrameRate rate, List<Long> frames, String key) {
        long first = frames.get(0);
        String wanted =
                frames.stream().map(frame -> "eq(n," + (frame - first) + ")").collect(Collectors.joining("+"));
        String filters =
                "fps=" + rate + "," + Filter.named("select").with("expr", wanted) + "," + upright(size, matrix);
        List<String> arguments = decoding(List.of(), file, rate, first, filters, frames.size());
        List<Span> spans = frames.stream().map(frame -> new Span(frame, 1)).toList();
        return new FrameSource(arguments, size, matrix, rate, spans, key);
    }

    /**
     * Returns the last key frame of a file up to frame {@code latest}, decoded without any other; where the file does not
     * say where that is, the next one, or none. Otherwise as the other.
     */
    public static FrameSource keyFrame(
            Path file, Resolution size, YuvMatrix matrix, FrameRate rate, long latest, String key) {
        // Threads would each begin with a frame of their own.
        List<String> options = List.of("-skip_frame", "nokey", "-noaccurate_seek", "-threads", "1");
        List<String> arguments = decoding(options, file, rate, latest, upright(size, matrix), 1);
        return new FrameSource(arguments, size, matrix, rate, List.of(new Span(latest, 1)), key);
    }

    private static String upright(Resolution size, YuvMatrix matrix) {
        String name = matrix == YuvMatrix.BT601 ? "bt601" : "bt709";
        Filter scale = Filter.named("scale")
                .with("w", size.width())
                .with("h", size.height())
                .with("out_color_matrix", name)
                .with("out_range", "tv");
        return scale + ",format=yuv420p";
    }

    private static List<String> decoding(
            List<String> options, Path file, FrameRate rate, long first, String filters, long length) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(options);
        if (first > 0)
            arguments.addAll(
                    List.of("-ss", BigDecimal.valueOf(rate.seconds(first)).toPlainString()));
        arguments.addAll(MediaInput.of(file));
        arguments.addAll(List.of("-map", "0:v:0", "-vf", filters, "-frames:v", Long.toString(length)));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        return arguments;
    }
}
