package reelskill.studio.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/** The kind of file in which pictures wait between two steps: as good as what went in, quickly written, without sound. */
final class NearLossless {
    private NearLossless() {}

    /** Returns the arguments that encode raw yuv420p pictures, which come through the pipe, to {@code file}. */
    static List<String> encoding(Resolution size, FrameRate rate, Path file) {
        String matrix = CanvasFit.isHd(size) ? "bt709" : "smpte170m";
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "rawvideo"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-video_size", size.width() + "x" + size.height()));
        arguments.addAll(List.of("-framerate", rate.toString(), "-color_range", "tv", "-colorspace", matrix));
        arguments.addAll(List.of("-i", "pipe:0", "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "10", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-color_range", "tv", "-colorspace", matrix));
        arguments.addAll(List.of(
                "-video_track_timescale", Long.toString(VideoClock.of(rate).timescale())));
        arguments.addAll(List.of("-map_metadata", "-1", "-f", "mp4", "file:" + file.toAbsolutePath()));
        return arguments;
    }
}
