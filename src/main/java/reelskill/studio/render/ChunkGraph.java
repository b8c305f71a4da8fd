package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.render.Chunk.Inset;
import reelskill.studio.render.Overlays.Drawn;
import reelskill.studio.render.Overlays.Laid;
import reelskill.studio.render.Piece.Black;
import reelskill.studio.render.Piece.Blend;
import reelskill.studio.render.Piece.Part;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.render.Runs.Share;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Placement.Area;
import reelskill.studio.timeline.Transition;

/** The filter graph of chunks in a row and the inputs it reads. Every time in it is a whole number of frames. */
final class ChunkGraph {
    private final FrameRate rate;
    private final CanvasFit fit;
    private final Function<String, Source> sources;
    private final Function<Run, Feed> feeds;
    private final FilterGraph.Builder graph = FilterGraph.builder();
    private final Inputs inputs = new Inputs(graph);
    private final Stamps stamps;
    private final Deque<Ready> ready = new ArrayDeque<>();

    private ChunkGraph(FrameRate rate, CanvasFit fit, Function<String, Source> sources, Function<Run, Feed> feeds) {
        this.rate = rate;
        this.fit = fit;
        this.sources = sources;
        this.feeds = feeds;
        this.stamps = new Stamps(graph, rate);
    }

    /**
     * A run's frames from elsewhere than its media: those that its takes need and no others, framed.
     *
     * @param input the arguments that read them, as one video stream
     */
    record Feed(List<String> input, Resolution size, Pixels pixels) {}

    /**
     * Returns the arguments of ffmpeg that read the inputs and map one video stream: exactly the frames of {@code chunks},
     * one chunk after the other.
     *
     * @param drawn what stands over the pictures of each chunk
     * @param feeds gives the frames of runs before a backdrop; asked in the order in which the inputs are opened
     */
    static List<String> arguments(
            List<Chunk> chunks,
            FrameRate rate,
            CanvasFit fit,
            Function<String, Source> sources,
            List<Upper> drawn,
            Function<Run, Feed> feeds) {
        ChunkGraph made = new ChunkGraph(rate, fit, sources, feeds);
        made.open(Runs.of(chunks, rate));
        List<Pad> pictures = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) pictures.add(made.picture(chunks.get(i), drawn.get(i)));
        return made.built(made.joined(pictures));
    }

    private Pad picture(Chunk chunk, Upper drawn) {
        Pad picture = joined(pictures(chunk.pieces()));
        Overlays overlays = new Overlays(graph, inputs, fit, rate);
        for (int i = 0; i < drawn.insets().size(); i++) {
            Inset inset = chunk.insets().get(i);
            picture = overlays.inset(picture, next(), inset, drawn.insets().get(i));
        }
        for (int i = 0; i < drawn.titles().size(); i++) {
            picture = overlays.titled(
                    picture, chunk.captions().get(i), drawn.titles().get(i), chunk.length());
        }
        return picture;
    }

    /** What stands over the pictures of a chunk: one for each of its insets, one for each of its captions. */
    record Upper(List<Laid> insets, List<Drawn> titles) {}

    /** Returns the arguments of ffmpeg that map the frames a run needs as its media shows them, framed, at this size. */
    static List<String> filmed(
            Run run, FrameRate rate, Resolution size, Framing framing, Function<String, Source> sources) {
        ChunkGraph made = new ChunkGraph(rate, new CanvasFit(size, Pixels.OPAQUE), sources, other -> {
            throw new IllegalStateException("a feed needs no other");
        });
        return made.built(made.filmed(run.unplaced(), framing));
    }

    private List<String> built(Pad picture) {
        Pad result = stamps.counted(picture);
        FilterGraph built = graph.build(result);
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(inputs.arguments());
        arguments.addAll(List.of("-filter_complex", built.toString(), "-map", result.toString()));
        return arguments;
    }

    /** Shares are used up in the order in which they are opened. */
    private void open(List<Share> shares) {
        Map<Run, Iterator<Pad>> opened = new HashMap<>();
        for (Share share : shares) {
            int pads = Math.toIntExact(
                    shares.stream().filter(other -> other.run() == share.run()).count());
            Pad pad = opened.computeIfAbsent(share.run(), run -> open(run, pads).iterator())
                    .next();
            ready.add(new Ready(pad, share));
        }
    }

    /** The frames of a run, of which a share is to be used. */
    private record Ready(Pad run, Share share) {}

    /** Returns so many pads of a run, all with its frames as they look on the canvas. */
    private List<Pad> open(Run run, int pads) {
        boolean before = run.effects().get(Backdrop.class).isPresent();
        Framing framing = run.effects().get(Framing.class).orElse(Framing.NONE);
        Pixels pixels = run.placement().map(placement -> Pixels.CLEAR).orElse(fit.pixels());
        Pad needed =
                new Appearance(graph, fit, sources).of(before ? fed(run, framing) : filmed(run, framing), run, pixels);
        return pads == 1 ? List.of(needed) : graph.apply(named("split").with("outputs", pads), pads, needed);
    }

    private Pad fed(Run run, Framing framing) {
        Feed feed = feeds.apply(run);
        Pad timed = stamps.numbered(inputs.open(feed.input(), 0), run.numbers());
        if (run.placement().isPresent()) {
            Area area = area(run.mediaId(), run.effects(), run.placement().get());
            return fit.into(graph, timed, area.size(), feed.size());
        }
        boolean clear = feed.pixels() == Pixels.CLEAR;
        Cropping cropping = Cropping.of(run, framing, rate);
        return clear
                ? fit.applyClear(graph, timed, feed.size(), cropping)
                : fit.apply(graph, timed, feed.size(), cropping);
    }

    private Pad filmed(Run run, Framing framing) {
        Source source = sources.apply(run.mediaId());
        Pace pace = run.effects().get(Pace.class).orElse(Pace.Speed.NORMAL);
        boolean backwards = pace instanceof Pace.Backwards;
        // A still picture is the same at any time, and has no frame but its first.
        long first = backwards ? run.first() + run.length() : run.first();
        double from = source.isStill() ? 0 : pace.position(first);
        List<String> reading = source.inputFrom((long) Math.floor(from), rate);
        Pad picture = inputs.open(reading, source.inspection().picture().orElseThrow());
        // A still picture lasts a 25th of a second, which at a slow rate is less than the way to the grid.
        picture = source.isStill()
                ? stamps.frames(stamps.counted(picture), 0, 1)
                : stamps.toGrid(picture, source, from, pace);
        if (source.isStill()) picture = fitted(picture, source, run, framing);
        Pad held = graph.apply(named("tpad").with("stop_mode", "clone").with("stop", run.length()), picture);
        Pad ended = graph.apply(named("trim").with("end_pts", run.length()), held);
        Pad played = backwards ? graph.apply(named("reverse"), ended) : ended;
        Pad needed = graph.apply(named("select").with("expr", run.needed()), played);
        return source.isStill() ? needed : fitted(needed, source, run, framing);
    }

    private Pad fitted(Pad picture, Source source, Run run, Framing framing) {
        Resolution size = Framer.size(source.picture().size(), framing);
        Pad framed = new Framer(graph).framed(picture, framing);
        return run.placement()
                .map(placement -> placement.on(fit.canvas(), size).size())
                .map(area -> fit.into(graph, framed, source, area, size))
                .orElseGet(() -> fit.apply(graph, framed, source, size, Cropping.of(run, framing, rate)));
    }

    private List<Pad> pictures(List<Piece> pieces) {
        List<Pad> made = new ArrayList<>();
        for (int i = 0; i < pieces.size(); ) {
            int row = pieces.get(i) instanceof Take ? ready.element().share().takes() : 1;
            made.add(row > 1 ? row(ready.remove()) : made(pieces.get(i)));
            i += row;
        }
        return made;
    }

    private Pad row(Ready ready) {
        return stamps.counted(ready.share().isWhole() ? ready.run() : trimmed(ready));
    }

    private Pad joined(List<Pad> made) {
        return made.size() == 1
                ? made.get(0)
                : graph.apply(named("concat").with("n", made.size()), made.toArray(Pad[]::new));
    }

    private Pad made(Piece piece) {
        if (piece instanceof Take take) return faded(take);
        if (piece instanceof Blend blend) return blended(blend);
        if (piece instanceof Black black) return black(black.length());
        Part part = (Part) piece;
        return stamps.frames(made(part.whole()), part.from(), part.length());
    }

    private Pad faded(Take take) {
        Pad picture = plain(take);
        if (take.fadeIn() > 0) {
            picture = graph.apply(named("fade").with("t", "in").with("n", take.fadeIn()), picture);
        }
        if (take.fadeOut() > 0) {
            Filter out = named("fade").with("t", "out").with("s", take.length() - take.fadeOut());
            picture = graph.apply(out.with("n", take.fadeOut()), picture);
        }
        return picture;
    }

    /** Returns the take's frames, of the canvas's size: what is placed stands before black. */
    private Pad plain(Take take) {
        Pad picture = next();
        return take.effects()
                .get(Placement.class)
                .map(placement -> fit.padded(graph, picture, area(take.mediaId(), take.effects(), placement)))
                .orElse(picture);
    }

    private Area area(String mediaId, Effects effects, Placement placement) {
        return placement.on(fit.canvas(), Framer.shown(sources.apply(mediaId), effects));
    }

    /** Returns the frames of the take that was opened next, from 0. */
    private Pad next() {
        return stamps.fromZero(trimmed(ready.remove()));
    }

    private Pad trimmed(Ready ready) {
        Share share = ready.share();
        long zero = share.run().first();
        Filter trim = named("trim").with("start_pts", share.from() - zero).with("end_pts", share.to() - zero);
        return graph.apply(trim, ready.run());
    }

    private Pad blended(Blend blend) {
        Filter xfade = named("xfade")
                .with("transition", nameOf(blend.kind()))
                .with("duration", rate.seconds(blend.length()))
                .with("offset", 0);
        return graph.apply(xfade, plain(blend.outgoing()), plain(blend.incoming()));
    }

    private Pad black(long length) {
        Filter color = named("color")
                .with("c", "black")
                .with("s", fit.canvas().toString())
                .with("r", rate.toString());
        Pad plain = graph.apply(named("format").with("pix_fmts", fit.pixels().format()), graph.apply(color));
        Pad square = graph.apply(named("setsar").with("sar", 1), plain);
        Pad coloured = fit.inTheCanvasColours(graph, square);
        return graph.apply(named("trim").with("end_frame", length), coloured);
    }

    private static String nameOf(Transition.Kind kind) {
        return switch (kind) {
            case CUT, CROSSFADE -> "fade";
            case FADE_BLACK -> "fadeblack";
            case FADE_WHITE -> "fadewhite";
            case WIPE_LEFT -> "wipeleft";
            case WIPE_RIGHT -> "wiperight";
            case SLIDE_LEFT -> "slideleft";
            case SLIDE_RIGHT -> "slideright";
            case SLIDE_UP -> "slideup";
            case SLIDE_DOWN -> "slidedown";
            case CIRCLE_OPEN -> "circleopen";
            case ZOOM -> "zoomin";
            case DISSOLVE -> "dissolve";
            case PIXELIZE -> "pixelize";
        };
    }
}
