package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.render.Backgrounds.Staged;
import reelskill.studio.render.Batch.Order;
import reelskill.studio.render.ChunkGraph.Feed;
import reelskill.studio.render.ChunkGraph.Upper;

/** Makes chunks of one render, or finds them made. Not thread-safe. */
final class ChunkEncoder {
    private static final int KEY_FRAME_SECONDS = 2;

    /**
     * Pictures that are encoded at a time: half as many again as there are processors, and no fewer than six. With three,
     * two processors idle 3 to 6 % of the time, with six 2 %. No part of a chunk's key.
     */
    private static final int THREADS = Math.max(6, Runtime.getRuntime().availableProcessors() * 3 / 2);

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

    /**
     * Returns the finished file of each of {@code chunks}: exactly its frames, no sound.
     *
     * @param progress takes the share of their frames that is there
     */
    Map<Chunk, Path> encoded(List<Chunk> chunks, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        Map<Chunk, Path> files = new HashMap<>();
        Todo todo = new Todo(chunks, progress);
        Batch batch = empty();
        for (Chunk chunk : chunks) {
            cancellation.throwIfCancelled();
            Order order = order(chunk);
            files.put(chunk, store.pathOf(order.key()));
            if (batch.makes(order.key()) || store.claim(order.key())) {
                reused++;
                todo.next(chunk.length()).accept(1);
                continue;
            }
            if (!batch.takes(order)) {
                make(batch, todo.next(batch.length()), cancellation);
                batch = empty();
            }
            batch.add(order);
        }
        if (!batch.isEmpty()) make(batch, todo.next(batch.length()), cancellation);
        return files;
    }

    private Batch empty() {
        return new Batch(rate, fit.pixels(), id -> {
            Resolution size = Source.in(sources, id).picture().size();
            return (long) size.width() * size.height();
        });
    }

    /** Frames that are to be there. */
    private static final class Todo {
        private final Progress progress;
        private final double all;
        private long begun;

        Todo(List<Chunk> chunks, DoubleConsumer progress) {
            this.progress = new Progress(progress);
            this.all = chunks.stream().mapToLong(Chunk::length).sum();
        }

        /** Returns what takes the share of the next {@code frames} that is there. */
        DoubleConsumer next(long frames) {
            begun += frames;
            return progress.part((begun - frames) / all, begun / all);
        }
    }

    private Order order(Chunk chunk) throws IOException {
        Upper upper = drawings.of(chunk);
        List<Staged> staged = new ArrayList<>();
        List<String> graph = graph(List.of(chunk), List.of(upper), staged);
        return new Order(chunk, upper, graph, staged, key(graph, chunk.length(), drawings.names(upper), staged));
    }

    private List<String> graph(List<Chunk> chunks, List<Upper> uppers, List<Staged> staged) {
        return ChunkGraph.arguments(chunks, rate, fit, id -> Source.in(sources, id), uppers, run -> fed(run, staged));
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

    private void make(Batch batch, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        Order first = batch.orders().get(0);
        List<Staged> staged = first.staged();
        for (int i = 1; i < staged.size(); i++) backgrounds.make(staged.get(i), cancellation);
        try (Parts parts = new Parts(store, batch.orders())) {
            boolean alone = batch.orders().size() == 1;
            List<String> command = new ArrayList<>(List.of("-v", "error", "-y"));
            command.addAll(alone ? first.graph() : graph(batch.chunks(), batch.uppers(), new ArrayList<>()));
            command.addAll(encoding(batch.length()));
            command.addAll(List.of("-threads:v", Integer.toString(THREADS)));
            command.addAll(dividing(batch));
            command.add("file:" + parts.pattern());
            FfmpegJob job = new FfmpegJob(rate.time(batch.length()), parts.keeping(progress), cancellation);
            // Sound is encoded beside it, and by one thread: that has to come first.
            if (staged.isEmpty()) ffmpeg.runBehind(command, job);
            else pour(staged.get(0), command, job);
            parts.keepAll();
        }
        progress.accept(1);
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
        arguments.addAll(List.of("-map_metadata", "-1"));
        return arguments;
    }

    /** Returns the arguments that give each chunk a file, which begins with a key frame and counts from 0. */
    private List<String> dividing(Batch batch) {
        List<String> arguments = new ArrayList<>();
        List<Long> bounds = batch.bounds();
        // Half a frame before: the time is rounded, and the first frame from it on is taken.
        if (!bounds.isEmpty())
            arguments.addAll(List.of(
                    "-force_key_frames", listed(bounds, bound -> decimal(rate.seconds(bound) - 0.5 / rate.fps()))));
        List<Long> ends = bounds.isEmpty() ? List.of(batch.length()) : bounds;
        arguments.addAll(List.of("-avoid_negative_ts", "disabled", "-f", "segment", "-reset_timestamps", "1"));
        arguments.addAll(List.of("-segment_frames", listed(ends, end -> Long.toString(end))));
        arguments.addAll(List.of("-segment_format", fit.pixels() == Pixels.CLEAR ? "mov" : "mp4"));
        arguments.addAll(List.of(
                "-segment_format_options",
                "video_track_timescale=" + VideoClock.of(rate).timescale()));
        return arguments;
    }

    private static String listed(List<Long> frames, Function<Long, String> each) {
        return frames.stream().map(each).collect(Collectors.joining(","));
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    private List<String> codec() {
        if (fit.pixels() == Pixels.CLEAR) return NearLossless.CLEAR_CODEC;
        List<String> codec = new ArrayList<>(List.of("-c:v", "libx264", "-preset", quality.preset()));
        codec.addAll(List.of("-crf", Integer.toString(quality.crf())));
        codec.addAll(List.of("-x264-params", "sps-id=" + parameterNumber));
        return codec;
    }

    /** Names what the chunk is made of by content and not by place. */
    private String key(List<String> graph, long frames, Map<String, String> drawn, List<Staged> staged) {
        Map<String, String> contents = new HashMap<>(drawn);
        sources.values().forEach(source -> contents.put(url(source.file()), source.key()));
        StringBuilder words = new StringBuilder(ffmpeg.version());
        Stream<String> arguments = Stream.concat(graph.stream(), encoding(frames).stream());
        arguments.forEach(argument -> words.append('\n').append(contents.getOrDefault(argument, argument)));
        staged.forEach(run -> words.append('\n').append(run.key()));
        return ContentKey.of(words.toString());
    }

    private static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
