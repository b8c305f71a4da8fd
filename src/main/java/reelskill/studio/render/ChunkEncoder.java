package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.render.Backgrounds.Staged;
import reelskill.studio.render.ChunkGraph.Feed;
import reelskill.studio.render.ChunkGraph.Upper;

/** Makes chunks of one render, or finds them made. Not thread-safe. */
final class ChunkEncoder {
    private static final int KEY_FRAME_SECONDS = 2;

    private final Ffmpeg ffmpeg;
    private final Drawings drawings;
    private final ChunkStore store;
    private final FrameRate rate;
    private final CanvasFit fit;
    private final Quality quality;
    private final Map<String, Source> sources;
    private final Backgrounds backgrounds;
    private final int parameterNumber;
    private int reused;

    /** @param parameterNumber by which the pictures name their parameters, apart from those of copied ones */
    ChunkEncoder(
            Ffmpeg ffmpeg,
            Path workFolder,
            FrameRate rate,
            CanvasFit fit,
            Quality quality,
            Map<String, Source> sources,
            Backgrounds backgrounds,
            int parameterNumber) {
        this.ffmpeg = ffmpeg;
        this.drawings = new Drawings(workFolder.resolve("titles"), fit, id -> Source.in(sources, id));
        this.store = new ChunkStore(workFolder.resolve("chunks"));
        this.rate = rate;
        this.fit = fit;
        this.quality = quality;
        this.sources = sources;
        this.backgrounds = backgrounds;
        this.parameterNumber = parameterNumber;
    }

    int reused() {
        return reused;
    }

    /** Returns the finished file of {@code chunk}: exactly its frames, no sound. */
    Path encoded(Chunk chunk, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        Upper upper = drawings.of(chunk);
        List<Staged> staged = new ArrayList<>();
        List<String> arguments = new ArrayList<>(
                ChunkGraph.arguments(chunk, rate, fit, id -> Source.in(sources, id), upper, run -> fed(run, staged)));
        arguments.addAll(encoding(chunk.length()));
        String key = key(arguments, drawings.names(upper), staged);
        if (store.claim(key)) {
            reused++;
        } else {
            FfmpegJob job = new FfmpegJob(rate.time(chunk.length()), progress, cancellation);
            for (int i = 1; i < staged.size(); i++) backgrounds.make(staged.get(i), cancellation);
            store.make(key, file -> encode(arguments, staged, file, chunk.length(), job));
        }
        progress.accept(1);
        return store.pathOf(key);
    }

    /** The first run before a backdrop comes through the one pipe that a process has, others are made before. */
    private Feed fed(Run run, List<Staged> staged) {
        Staged next = backgrounds.staged(run);
        List<String> input = staged.isEmpty() ? backgrounds.pipe(next) : List.of("-i", url(backgrounds.fileOf(next)));
        staged.add(next);
        return new Feed(input, next.frames().shown(), next.pixels());
    }

    void evict() throws IOException {
        store.evict();
    }

    private void encode(List<String> arguments, List<Staged> staged, Path file, long frames, FfmpegJob job) {
        List<String> command = new ArrayList<>(List.of("-v", "error", "-y"));
        command.addAll(arguments);
        command.add("file:" + file.toAbsolutePath());
        if (staged.isEmpty()) ffmpeg.run(command, job);
        else pour(staged.get(0), command, job);
        Mp4Index.require(file, frames, command.toString());
    }

    private void pour(Staged staged, List<String> command, FfmpegJob job) {
        try (FfmpegProcess process = ffmpeg.start(command, job.cancellation())) {
            backgrounds.pour(staged, process, job.progress(), job.cancellation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> encoding(long frames) {
        long keyFrames = Math.max(1, Math.round(KEY_FRAME_SECONDS * rate.fps()));
        List<String> arguments =
                new ArrayList<>(List.of("-frames:v", Long.toString(frames), "-fps_mode", "passthrough"));
        arguments.addAll(codec());
        arguments.addAll(
                List.of("-g", Long.toString(keyFrames), "-pix_fmt", fit.pixels().format()));
        arguments.addAll(List.of(
                "-video_track_timescale", Long.toString(VideoClock.of(rate).timescale())));
        arguments.addAll(List.of("-map_metadata", "-1", "-f", fit.pixels() == Pixels.CLEAR ? "mov" : "mp4"));
        return arguments;
    }

    private List<String> codec() {
        if (fit.pixels() == Pixels.CLEAR) return NearLossless.CLEAR_CODEC;
        List<String> codec = new ArrayList<>(List.of("-c:v", "libx264", "-preset", quality.preset()));
        codec.addAll(List.of("-crf", Integer.toString(quality.crf())));
        codec.addAll(List.of("-x264-params", "sps-id=" + parameterNumber));
        return codec;
    }

    /** Names what the chunk is made of by content and not by place. */
    private String key(List<String> arguments, Map<String, String> drawn, List<Staged> staged) {
        Map<String, String> contents = new HashMap<>(drawn);
        sources.values().forEach(source -> contents.put(url(source.file()), source.key()));
        StringBuilder words = new StringBuilder(ffmpeg.version());
        arguments.forEach(argument -> words.append('\n').append(contents.getOrDefault(argument, argument)));
        staged.forEach(run -> words.append('\n').append(run.key()));
        return ContentKey.of(words.toString());
    }

    private static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
