package reelskill.studio.analysis;

import static reelskill.studio.ffmpeg.Filter.named;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.timeline.Balance;

/**
 * Measures the light of a film in its key frames: what can be grey ought to be grey in its middle (the median, so that
 * a coloured thing does not count), the darkest two in a thousand ought to be nearly black and the brightest nearly white. What is found
 * is put right in part only, so that a sunset stays one.
 */
record LightMeter(Ffmpeg ffmpeg) {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 54;
    private static final int FRAME = WIDTH * HEIGHT * 3;
    private static final int MOST_FRAMES = 200;
    /** How much of what was measured is put right. */
    private static final double TRUST = 0.8;

    private static final double MOST_CAST = 0.3;
    private static final double DARKEST_WHITE = 0.7;
    private static final double BRIGHTEST_BLACK = 0.2;
    private static final double EXTREMES = 0.002;
    /** Further apart, the colours of a pixel are those of a thing and not of the light. */
    private static final int MOST_COLOUR = 90;

    /** What a ratio of one is counted at. */
    private static final int UNIT = 256;

    private static final int DARK = 40;
    private static final int BRIGHT = 235;

    Balance of(Path media, int pictureStream) {
        byte[] pixels = pixels(media, pictureStream);
        double[] grey = light(pixels);
        double mean = (grey[0] + grey[1] + grey[2]) / 3;
        double red = gain(mean, grey[0]);
        double green = gain(mean, grey[1]);
        double blue = gain(mean, grey[2]);
        int[] counts = new int[256];
        for (int i = 0; i + 2 < pixels.length; i += 3) {
            double light =
                    0.299 * red * at(pixels, i) + 0.587 * green * at(pixels, i + 1) + 0.114 * blue * at(pixels, i + 2);
            counts[(int) Math.min(255, light)]++;
        }
        double black = Math.min(BRIGHTEST_BLACK, TRUST * place(counts, EXTREMES) / 255.0);
        double white = Math.max(DARKEST_WHITE, 1 - TRUST * (1 - place(counts, 1 - EXTREMES) / 255.0));
        return new Balance(red, green, blue, rounded(black), rounded(white));
    }

    private byte[] pixels(Path media, int pictureStream) {
        String shrink = Stream.of(
                        named("scale").with("w", WIDTH).with("h", HEIGHT).with("flags", "area"),
                        named("format").with("pix_fmts", "rgb24"))
                .map(Object::toString)
                .reduce((one, next) -> one + "," + next)
                .orElseThrow();
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-skip_frame", "nokey"));
        arguments.addAll(MediaInput.of(media));
        arguments.addAll(List.of("-map", "0:" + pictureStream, "-vf", shrink, "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-frames:v", "" + MOST_FRAMES, "-f", "rawvideo", "pipe:1"));
        try (FfmpegProcess process = ffmpeg.start(arguments, new Cancellation())) {
            byte[] pixels = process.output().readNBytes(MOST_FRAMES * FRAME);
            process.finish();
            return pixels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns red, green and blue of the light, green being 1: the medians of the pixels that can be grey, so that a few
     * coloured things among much grey count for nothing; all 1 where too few can be.
     */
    private static double[] light(byte[] pixels) {
        int[] red = new int[4 * UNIT];
        int[] blue = new int[4 * UNIT];
        int count = 0;
        for (int i = 0; i + 2 < pixels.length; i += 3) {
            int green = at(pixels, i + 1);
            int least = Math.min(at(pixels, i), Math.min(green, at(pixels, i + 2)));
            int most = Math.max(at(pixels, i), Math.max(green, at(pixels, i + 2)));
            if (least < DARK || most > BRIGHT || most - least > MOST_COLOUR) continue;
            red[Math.min(red.length - 1, at(pixels, i) * UNIT / green)]++;
            blue[Math.min(blue.length - 1, at(pixels, i + 2) * UNIT / green)]++;
            count++;
        }
        if (count * 3 * 50 <= pixels.length) return new double[] {1, 1, 1};
        return new double[] {place(red, 0.5) / (double) UNIT, 1, place(blue, 0.5) / (double) UNIT};
    }

    private static double gain(double mean, double channel) {
        double wanted = TRUST * (mean / channel - 1);
        return rounded(1 + Math.max(-MOST_CAST, Math.min(MOST_CAST, wanted)));
    }

    /** Returns below which value a share of all that was counted lies. */
    private static int place(int[] counts, double share) {
        long whole = 0;
        for (int count : counts) whole += count;
        long below = 0;
        for (int value = 0; value < counts.length; value++) {
            below += counts[value];
            if (below >= share * whole) return value;
        }
        return counts.length - 1;
    }

    private static int at(byte[] pixels, int index) {
        return pixels[index] & 0xFF;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
