package reelskill.studio.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/**
 * The kind of file in which pictures wait between two steps: as good as what went in, quickly written, without sound.
 *
 * @param matrix by which the colours are made, as ffmpeg calls it
 */
record NearLossless(Resolution size, Pixels pixels, String matrix, FrameRate rate) {
    /** Lossless, with alpha; each frame on its own. */
    static final List<String> CLEAR_CODEC = List.of("-c:v", "ffv1", "-level", "3", "-slices", "4");

    /** Of pictures that hide what is behind them, in the colours that are usual for the size. */
    static NearLossless opaque(Resolution size, FrameRate rate) {
        return new NearLossless(size, Pixels.OPAQUE, CanvasFit.isHd(size) ? "bt709" : "smpte170m", rate);
    }

    /** Returns the arguments that read raw pictures from {@code pipe:0}. */
    List<String> input() {
        List<String> arguments = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", pixels.format()));
        arguments.addAll(List.of("-video_size", size.toString(), "-framerate", rate.toString()));
        arguments.addAll(colours());
        arguments.addAll(List.of("-i", "pipe:0"));
        return arguments;
    }

    /** Returns the arguments that encode such pictures to {@code file}. */
    List<String> encoding(Path file) {
        boolean clear = pixels == Pixels.CLEAR;
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
        arguments.addAll(input());
        arguments.addAll(List.of("-fps_mode", "passthrough"));
        arguments.addAll(clear ? CLEAR_CODEC : List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "10"));
        arguments.addAll(List.of("-pix_fmt", pixels.format()));
        arguments.addAll(colours());
        arguments.addAll(List.of(
                "-video_track_timescale", Long.toString(VideoClock.of(rate).timescale())));
        arguments.addAll(List.of("-map_metadata", "-1", "-f", clear ? "mov" : "mp4", "file:" + file.toAbsolutePath()));
        return arguments;
    }

    private List<String> colours() {
        return List.of("-color_range", "tv", "-colorspace", matrix);
    }
}
