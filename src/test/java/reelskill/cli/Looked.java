package reelskill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** What is seen in a file. Pictures are compared as so many means of luma. */
final class Looked {
    static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    static final int WIDTH = 16;
    static final int HEIGHT = 9;

    private Looked() {}

    /** Returns how many places of the columns {@code [from, to)} differ by more than noise and a second encoding make. */
    static int different(byte[] one, byte[] other, int from, int to) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            boolean inside = i % WIDTH >= from && i % WIDTH < to;
            if (inside && Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)) > 6) count++;
        }
        return count;
    }

    static List<byte[]> frames(Path video) throws IOException {
        byte[] all = decoded("-i", video.toString(), "-vf", "scale=16:9:flags=area");
        List<byte[]> frames = new ArrayList<>();
        int size = WIDTH * HEIGHT;
        for (int at = 0; at < all.length; at += size) frames.add(Arrays.copyOfRange(all, at, at + size));
        return frames;
    }

    static List<Double> seconds(Path video) {
        List<String> lines = new ArrayList<>();
        FFMPEG.probeLines(List.of("-show_entries", "stream=duration", "-of", "csv=p=0", video.toString()), lines::add);
        return lines.stream().map(Double::valueOf).toList();
    }

    static byte[] decoded(String... input) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(List.of(input));
        arguments.addAll(List.of("-an", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"));
        try (FfmpegProcess process = FFMPEG.start(arguments)) {
            byte[] bytes = process.output().readAllBytes();
            process.finish();
            return bytes;
        }
    }
}
