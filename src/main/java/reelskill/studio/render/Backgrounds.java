package reelskill.studio.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.matte.Background;
import reelskill.studio.matte.BackgroundJob;
import reelskill.studio.matte.BuiltInRoom;
import reelskill.studio.matte.FrameSink;
import reelskill.studio.matte.FrameSource;
import reelskill.studio.matte.Light;
import reelskill.studio.matte.MatteMode;
import reelskill.studio.matte.MatteReport;
import reelskill.studio.matte.Networks;
import reelskill.studio.matte.RoomBlur;
import reelskill.studio.matte.Screen;
import reelskill.studio.matte.Surround;
import reelskill.studio.matte.YuvMatrix;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.Lighting;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.ScreenKey;
import reelskill.studio.timeline.Timeline;

/**
 * Sets the people of runs before their backdrops: the media's size, the timeline's rate, no sound. The networks are
 * loaded when the first is wanted, and closed with this. Not thread-safe.
 */
final class Backgrounds implements AutoCloseable {
    private final Ffmpeg ffmpeg;
    private final ChunkStore store;
    private final FrameRate rate;
    private final CanvasFit fit;
    private final Map<String, Source> sources;
    private final Function<String, Path> mediaById;
    private final DoubtStore seen;
    private final Doubtful doubtful;
    private final Networks networks = new Networks();
    private final BackgroundJob job;

    Backgrounds(
            Ffmpeg ffmpeg,
            Path workFolder,
            FrameRate rate,
            CanvasFit fit,
            Map<String, Source> sources,
            Function<String, Path> mediaById) {
        this.ffmpeg = ffmpeg;
        this.store = new ChunkStore(workFolder.resolve("backgrounds"));
        this.job = new BackgroundJob(ffmpeg, networks, workFolder.resolve("mattes"));
        this.seen = new DoubtStore(workFolder.resolve("seen"));
        this.doubtful = new Doubtful(seen);
        this.rate = rate;
        this.fit = fit;
        this.sources = sources;
        this.mediaById = mediaById;
    }

    /**
     * The frames of a run before its backdrop, not made yet.
     *
     * @param screen by whose colour people are told from it; empty where a network does that
     * @param key changes with everything that changes the frames
     */
    record Staged(
            FrameSource frames,
            Background background,
            Optional<Screen> screen,
            MatteMode mode,
            Light light,
            String key) {
        Pixels pixels() {
            return background instanceof Background.Transparent ? Pixels.CLEAR : Pixels.OPAQUE;
        }
    }

    /** Returns what {@code run}, which has a backdrop, is going to look like. */
    Staged staged(Run run) {
        Backdrop backdrop = run.effects().get(Backdrop.class).orElseThrow();
        MatteMode mode = run.effects()
                .get(Cutout.class)
                .map(cutout -> MatteMode.valueOf(cutout.care().name()))
                .orElse(MatteMode.DEFAULT);
        Background background = background(backdrop, run.played());
        FrameSource frames = frames(run, background);
        Optional<Screen> screen = run.effects().get(ScreenKey.class).map(by -> new Screen(by.rgb()));
        Light light = light(run.effects().get(Lighting.class).orElse(Lighting.NORMAL));
        String key = ContentKey.of(String.join(
                "\n",
                ffmpeg.version(),
                frames.key(),
                frames.spans().toString(),
                frames.surround().toString(),
                background + contentOf(backdrop),
                screen + mode.toString() + light));
        doubtful.note(run, key);
        return new Staged(frames, background, screen, mode, light, key);
    }

    /** Returns where a timeline whose chunks are made should be looked at. */
    Doubts doubts(Timeline timeline) throws IOException {
        return doubtful.on(RenderPlan.of(timeline), rate);
    }

    /** Returns the arguments of ffmpeg that read from {@code pipe:0} what {@link #pour} writes. */
    List<String> pipe(Staged staged) {
        return files(staged).input();
    }

    /** Writes the frames to an encoder, and sees that it ends well. */
    void pour(Staged staged, FfmpegProcess encoder, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        OutputStream out = encoder.input();
        FrameSink sink = (picture, alpha) -> {
            out.write(picture.data());
            if (alpha.isPresent()) out.write(alpha.get());
        };
        try {
            MatteReport report = run(staged, sink, progress, cancellation);
            // Before a screen things are seen as well as people, and its colour leaves no doubt.
            if (staged.screen().isEmpty()) seen.keep(staged.key(), report);
        } catch (IOException e) {
            // Where the encoder broke off, it knows better why, such as a full disk.
            encoder.finish();
            throw e;
        }
        encoder.finish();
    }

    private MatteReport run(Staged staged, FrameSink sink, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        FrameSource frames = staged.frames();
        Background background = staged.background();
        BackgroundJob lit = job.in(staged.light());
        return staged.screen().isPresent()
                ? lit.run(frames, background, staged.screen().get(), sink, progress, cancellation)
                : lit.run(frames, background, staged.mode(), sink, progress, cancellation);
    }

    /** Returns the file that {@link #make} makes: near lossless, kept like a chunk. */
    Path fileOf(Staged staged) {
        return store.pathOf(staged.key());
    }

    void make(Staged staged, Cancellation cancellation) throws IOException {
        if (!store.claim(staged.key())) store.make(staged.key(), file -> encode(staged, file, cancellation));
    }

    private void encode(Staged staged, Path file, Cancellation cancellation) {
        try (FfmpegProcess encoder = ffmpeg.start(files(staged).encoding(file), cancellation)) {
            pour(staged, encoder, share -> {}, cancellation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Mp4Index.require(file, staged.frames().length(), "with a backdrop");
    }

    void evict() throws IOException {
        store.evict();
        seen.evict();
    }

    @Override
    public void close() {
        networks.close();
    }

    /** The renderer's own graph reads the media, so that a frame is the same frame with a backdrop and without. */
    private FrameSource frames(Run run, Background background) {
        Source source = Source.in(sources, run.mediaId());
        Framing framing = run.effects().get(Framing.class).orElse(Framing.NONE);
        Resolution filmed = Framer.size(source.picture().size(), framing).even();
        boolean larger = hasSides(background) && isShownWhole(run) && !fit.hasShapeOf(filmed);
        Resolution size = larger ? fit.fitted(filmed) : filmed;
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(ChunkGraph.filmed(run, rate, size, framing, name -> Source.in(sources, name)));
        long length = run.spans().stream().mapToLong(FrameSource.Span::length).sum();
        arguments.addAll(List.of("-frames:v", Long.toString(length), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        // All else comes after the backdrop.
        Effects frameWise = run.effects().only(effect -> effect instanceof Pace || effect instanceof Framing);
        String key = source.key() + " " + size + " " + rate + " " + frameWise;
        FrameSource frames = new FrameSource(arguments, size, matrix(size), rate, run.spans(), key);
        return larger ? frames.within(around(size)) : frames;
    }

    /** Elsewhere the picture is cut to what there is room for, and what is behind with it. */
    private static boolean isShownWhole(Run run) {
        return run.placement().isEmpty() && run.effects().get(Fitting.class).isEmpty();
    }

    /** What is blurred or cut out is nothing more than was filmed; the others go on wherever there is room. */
    private static boolean hasSides(Background background) {
        return !(background instanceof Background.Blur) && !(background instanceof Background.Transparent);
    }

    /** People whom the picture cuts off below stand on the canvas's lower edge, and do not float. */
    private Surround around(Resolution size) {
        Resolution canvas = fit.canvas();
        return new Surround(canvas, (canvas.width() - size.width()) / 2 & ~1, canvas.height() - size.height() & ~1);
    }

    private NearLossless files(Staged staged) {
        String matrix = staged.frames().matrix() == YuvMatrix.BT709 ? "bt709" : "smpte170m";
        return new NearLossless(staged.frames().shown(), staged.pixels(), matrix, rate);
    }

    private Background background(Backdrop backdrop, long played) {
        if (backdrop instanceof Backdrop.Room room)
            return new Background.Room(BuiltInRoom.valueOf(room.place().name()));
        if (backdrop instanceof Backdrop.Colour colour) return new Background.Colour(colour.rgb());
        if (backdrop instanceof Backdrop.Blur blur)
            return new Background.Blur(RoomBlur.valueOf(blur.strength().name()));
        if (backdrop instanceof Backdrop.Transparent)
            return fit.pixels() == Pixels.CLEAR ? new Background.Transparent() : new Background.Colour(0);
        Path file = mediaById.apply(((Backdrop.Picture) backdrop).mediaId());
        Source behind = Source.of(file, ffmpeg);
        if (behind.isStill()) return new Background.Picture(file);
        return new Background.Clip(
                file, rate.time(played), behind.inspection().facts().duration());
    }

    private static Light light(Lighting lighting) {
        double wrap =
                switch (lighting.wrap()) {
                    case NONE -> 0;
                    case SOFT -> 0.5;
                    case STRONG -> 0.9;
                };
        double match =
                switch (lighting.match()) {
                    case NONE -> 0;
                    case SOME -> 1;
                    case FULL -> 3;
                };
        return new Light(wrap, match);
    }

    private String contentOf(Backdrop backdrop) {
        return backdrop instanceof Backdrop.Picture picture ? ContentKey.of(mediaById.apply(picture.mediaId())) : "";
    }

    private static YuvMatrix matrix(Resolution size) {
        return CanvasFit.isHd(size) ? YuvMatrix.BT709 : YuvMatrix.BT601;
    }
}
