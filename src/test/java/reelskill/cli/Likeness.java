package reelskill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;

/** How alike two pictures are. */
final class Likeness {
    private static final Pattern ALL = Pattern.compile("All:([0-9.]+)");

    private Likeness() {}

    /** Returns the structural similarity, 1 for equal pictures, of one moment of each of two files. */
    static double ssim(Ffmpeg ffmpeg, Path one, double oneSeconds, Path other, double otherSeconds) {
        try {
            Path stats = Files.createTempFile(Path.of("target"), "ssim", ".txt");
            ffmpeg.run(
                    List.of(
                            "-ss",
                            seconds(oneSeconds),
                            "-i",
                            one.toString(),
                            "-ss",
                            seconds(otherSeconds),
                            "-i",
                            other.toString(),
                            "-filter_complex",
                            "[0:v]setpts=N[a];[1:v]setpts=N[b];[a][b]ssim=f=" + stats,
                            "-frames:v",
                            "1",
                            "-f",
                            "null",
                            "-"),
                    FfmpegJob.unwatched());
            Matcher all = ALL.matcher(Files.readString(stats));
            if (!all.find()) {
                throw new AssertionError("no similarity was measured");
            }
            return Double.parseDouble(all.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Half a frame early, so that a frame is found whatever the rounding of its stamp. */
    private static String seconds(double at) {
        return String.format(Locale.ROOT, "%.4f", Math.max(0, at - 1 / 60.0));
    }
}
