package reelskill.studio.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.timeline.Framing;

/**
 * Files of the pictures of one media file, changed in a way that takes a step of its own: near lossless, and kept like
 * chunks.
 */
final class StepFiles {
    private final Ffmpeg ffmpeg;
    private final ChunkStore store;
    private final FrameRate rate;

    StepFiles(Ffmpeg ffmpeg, Path folder, FrameRate rate) {
        this.ffmpeg = ffmpeg;
        this.store = new ChunkStore(folder);
        this.rate = rate;
    }

    /** Makes the changed pictures, as yuv420p of a size. */
    interface Change {
        void write(Resolution size, OutputStream pictures) throws IOException;
    }

    /**
     * Returns a file of {@code frames} changed pictures of {@code source}, made now if it is not there.
     *
     * @param how names the change and which frames it is made of
     */
    Path made(Source source, String how, long frames, Change change, Cancellation cancellation) throws IOException {
        Resolution size = source.picture().size().even();
        String key = ContentKey.of(String.join("\n", ffmpeg.version(), source.key(), how + " " + size + " " + rate));
        if (!store.claim(key)) {
            store.make(key, file -> {
                encode(file, size, change, cancellation);
                Mp4Index.require(file, frames, how);
            });
        }
        return store.pathOf(key);
    }

    private void encode(Path file, Resolution size, Change change, Cancellation cancellation) {
        try (FfmpegProcess encoder =
                ffmpeg.start(NearLossless.opaque(size, rate).encoding(file), cancellation)) {
            try {
                change.write(size, encoder.input());
            } catch (IOException e) {
                // Where the encoder broke off, it knows better why, such as a full disk.
                encoder.finish();
                throw e;
            }
            encoder.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the arguments of ffmpeg that write the pictures of {@code run}, which shows {@code source}, to its output. */
    List<String> decoding(Run run, Source source, Resolution size) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(ChunkGraph.filmed(run, rate, size, Framing.NONE, id -> source));
        arguments.addAll(List.of("-frames:v", Long.toString(run.length()), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        return arguments;
    }

    void evict() throws IOException {
        store.evict();
    }
}
