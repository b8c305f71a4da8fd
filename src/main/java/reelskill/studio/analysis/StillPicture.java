package reelskill.studio.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.MediaInput;

/**
 * Finds where a picture stands still: ten times a second it is shrunk to 160 x 90 grey tiles, and it stands still as
 * long as less than two tiles in ten thousand differ by more than 10 of 255 steps from the first picture of the stretch.
 * Tiles average a camera's noise away, and a mouse pointer is two to six of them.
 */
final class StillPicture {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int PICTURES_PER_SECOND = 10;
    private static final int HOPS_PER_PICTURE = 1000 / PICTURES_PER_SECOND / Span.MILLIS_PER_HOP;
    private static final int LARGEST_DIFFERENCE = 10;
    private static final int MOST_CHANGED_TILES = WIDTH * HEIGHT * 2 / 10_000;
    /** Shorter ones are between two movements. */
    private static final int SHORTEST_HOPS = 50;

    private final Ffmpeg ffmpeg;

    StillPicture(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Returns the still stretches of half a second and more, in order; reads the whole picture. */
    List<Span> spans(Path media, int pictureStream) {
        try (FfmpegProcess process = ffmpeg.start(arguments(media, pictureStream), new Cancellation())) {
            List<Span> spans = spans(process.output());
            process.finish();
            return spans;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Span> spans(InputStream pictures) throws IOException {
        List<Span> spans = new ArrayList<>();
        byte[] reference = pictures.readNBytes(WIDTH * HEIGHT);
        int in = 0;
        int out = HOPS_PER_PICTURE;
        byte[] picture = pictures.readNBytes(WIDTH * HEIGHT);
        while (picture.length == WIDTH * HEIGHT) {
            if (differ(reference, picture)) {
                if (out - in >= SHORTEST_HOPS) spans.add(new Span(in, out));
                reference = picture;
                in = out;
            }
            out += HOPS_PER_PICTURE;
            picture = pictures.readNBytes(WIDTH * HEIGHT);
        }
        if (out - in >= SHORTEST_HOPS) spans.add(new Span(in, out));
        return spans;
    }

    private static boolean differ(byte[] one, byte[] other) {
        int changed = 0;
        for (int i = 0; i < one.length; i++) {
            if (Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)) > LARGEST_DIFFERENCE) changed++;
        }
        return changed > MOST_CHANGED_TILES;
    }

    /** Skips frames that no other needs: a quarter faster, and there are more than ten a second anyway. */
    private static List<String> arguments(Path media, int stream) {
        List<Filter> filters = List.of(
                Filter.named("setpts").with("expr", "PTS-STARTPTS"),
                Filter.named("fps").with("fps", PICTURES_PER_SECOND),
                Filter.named("scale").with("w", WIDTH).with("h", HEIGHT).with("flags", "area"),
                Filter.named("format").with("pix_fmts", "gray"));
        List<String> arguments = new ArrayList<>(List.of("-skip_frame", "noref"));
        arguments.addAll(MediaInput.of(media));
        arguments.addAll(List.of(
                "-map",
                "0:" + stream,
                "-vf",
                String.join(",", filters.stream().map(Filter::toString).toList())));
        arguments.addAll(List.of("-f", "rawvideo", "pipe:1"));
        return arguments;
    }
}
