package reelskill.studio.matte;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.MediaInput;

/**
 * Frames that ffmpeg decodes for us.
 *
 * @param arguments make ffmpeg write rawvideo to {@code pipe:1}: yuv420p, limited range, this size and matrix
 * @param first the number of the first frame, in the media's time on the grid of {@code rate}
 * @param length how many frames come
 * @param key names the media by content and all that changes its frames, so that mattes can be kept
 */
public record FrameSource(
        List<String> arguments,
        Resolution size,
        YuvMatrix matrix,
        FrameRate rate,
        long first,
        long length,
        String key) {
    public FrameSource {
        arguments = List.copyOf(arguments);
        if (length < 1) throw new IllegalArgumentException("no frames: " + length);
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
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        if (first > 0)
            arguments.addAll(
                    List.of("-ss", BigDecimal.valueOf(rate.seconds(first)).toPlainString()));
        arguments.addAll(MediaInput.of(file));
        String name = matrix == YuvMatrix.BT601 ? "bt601" : "bt709";
        Filter scale = Filter.named("scale")
                .with("w", size.width())
                .with("h", size.height())
                .with("out_color_matrix", name)
                .with("out_range", "tv");
        Filter held = Filter.named("tpad").with("stop_mode", "clone").with("stop", length);
        String filters = "fps=" + rate + "," + held + "," + scale + ",format=yuv420p";
        arguments.addAll(List.of("-map", "0:v:0", "-vf", filters, "-frames:v", Long.toString(length)));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        return new FrameSource(arguments, size, matrix, rate, first, length, key);
    }
}
