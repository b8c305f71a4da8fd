package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** What a listener with instruments hears in a file or in samples of it. */
final class Ears {
    private static final int RATE = 48_000;

    private Ears() {}

    /** Returns the integrated loudness in LUFS, as ffmpeg measures it. */
    static double loudness(Path file) {
        return last(file, "lavfi.r128.I");
    }

    /** Returns the highest true peak in dBTP, as ffmpeg measures it. */
    static double truePeak(Path file) {
        return 20
                * Math.log10(
                        Math.max(last(file, "lavfi.r128.true_peaks_ch0"), last(file, "lavfi.r128.true_peaks_ch1")));
    }

    /** Returns the level of one frequency between two moments, in dB below full scale. */
    static double level(short[] sound, double hertz, double from, double to) {
        double re = 0;
        double im = 0;
        int first = (int) (from * RATE);
        int count = (int) (to * RATE) - first;
        for (int i = 0; i < count; i++) {
            // A Hann window, so that other frequencies stay out.
            double window = 1 - Math.cos(2 * Math.PI * i / count);
            double angle = 2 * Math.PI * hertz * i / RATE;
            re += window * sound[first + i] * Math.cos(angle);
            im += window * sound[first + i] * Math.sin(angle);
        }
        return 20 * Math.log10(2 * Math.hypot(re, im) / count / 32768 + 1e-9);
    }

    /** Returns the level of everything between two moments, in dB below full scale. */
    static double level(short[] sound, double from, double to) {
        double power = 0;
        int first = (int) (from * RATE);
        int last = (int) (to * RATE);
        for (int i = first; i < last; i++) power += (double) sound[i] * sound[i];
        return 10 * Math.log10(power / (last - first) / 32768 / 32768 + 1e-12);
    }

    private static double last(Path file, String key) {
        List<String> command = List.of(
                "-v",
                "error",
                "-i",
                file.toString(),
                "-vn",
                "-af",
                "aformat=sample_rates=48000,ebur128=metadata=1:peak=true,ametadata=print:key=" + key
                        + ":file=pipe\\\\:1",
                "-f",
                "null",
                "-");
        try (FfmpegProcess process = Stage.FFMPEG.start(command)) {
            String text = new String(process.output().readAllBytes(), StandardCharsets.UTF_8);
            process.finish();
            int at = text.lastIndexOf(key + "=");
            return Double.parseDouble(text.substring(at + key.length() + 1).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
