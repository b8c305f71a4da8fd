package reelskill.studio.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.analysis.MediaProbe;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;

/** Small real media for the studio's tests. */
final class StudioMedia {
    static final Path CACHE = Path.of("target", "cache");

    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), CACHE);

    private StudioMedia() {}

    /** Returns a clip of 4 s, 320x180 at 25 fps: a tone, silence from 1.5 s to 2.9 s, the tone again. */
    static synchronized Path clip() {
        Path clip = CACHE.resolve("studio-clip.mp4");
        if (Files.exists(clip)) return clip;
        Path part = CACHE.resolve("studio-clip.part.mp4");
        FFMPEG.run(
                List.of(
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=320x180:rate=25:duration=4",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=440:sample_rate=48000:duration=4,volume=0:enable='between(t,1.5,2.9)'",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac",
                        "-shortest",
                        part.toString()),
                FfmpegJob.unwatched());
        if (!part.toFile().renameTo(clip.toFile())) throw new IllegalStateException("cannot keep the clip");
        return clip;
    }

    /** Returns all frames of a file, small and grey. */
    static List<byte[]> pictures(Path file) {
        int size = 64 * 36;
        String small = "scale=64:36,format=gray";
        List<byte[]> pictures = new ArrayList<>();
        try (FfmpegProcess decoder =
                FFMPEG.start(List.of("-v", "error", "-i", file.toString(), "-vf", small, "-f", "rawvideo", "pipe:1"))) {
            for (byte[] next = decoder.output().readNBytes(size);
                    next.length == size;
                    next = decoder.output().readNBytes(size)) pictures.add(next);
            decoder.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pictures;
    }

    static MediaProbe probe() {
        return new MediaProbe(FFMPEG);
    }
}
