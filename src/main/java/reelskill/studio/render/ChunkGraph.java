package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.math.BigDecimal;
import java.nio.file.Path;
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
import reelskill.studio.render.Chunk.Caption;
import reelskill.studio.render.Piece.Black;
import reelskill.studio.render.Piece.Blend;
import reelskill.studio.render.Piece.Part;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Effect;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Look;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Transition;
import reelskill.studio.timeline.Zoom;

/** The filter graph of one chunk and the inputs it reads. Every time in it is a whole number of frames. */
final class ChunkGraph {
    /**
     * A source frame belongs to the latest grid line that is at most this share of a frame before it: half a frame,
     * less what keeps sources of twice the rate off the edge, where the rounding of their stamps would decide.
     */
    private static final double TOLERANCE = 0.45;

    private final FrameRate rate;
    private final CanvasFit fit;
    private final Function<String, Source> sources;
    private final Function<Run, Feed> feeds;
    private final FilterGraph.Builder graph = FilterGraph.builder();
    private final List<String> inputs = new ArrayList<>();
    private final Deque<Ready> ready = new ArrayDeque<>();
    private int inputCount;

    private ChunkGraph(FrameRate rate, CanvasFit fit, Function<String, Source> sources, Function<Run, Feed> feeds) {
        this.rate = rate;
        this.fit = fit;
        this.sources = sources;
        this.feeds = feeds;
    }

    /**
     * A run's frames from elsewhere than its media: those that its takes need and no others, framed.
     *
     * @param input the arguments that read them, as one video stream
     */
    record Feed(List<String> input, Resolution size, Pixels pixels) {}

    /**
     * Returns the arguments of ffmpeg that read the inputs and map one video stream of exactly the chunk's frames.
     *
     * @param titles the file of each caption's picture
     * @param feeds gives the frames of runs before a backdrop; asked in the order in which the inputs are opened
     */
    static List<String> arguments(
            Chunk chunk,
            FrameRate rate,
            CanvasFit fit,
            Function<String, Source> sources,
            List<PlacedTitle> titles,
            Function<Run, Feed> feeds) {
        ChunkGraph made = new ChunkGraph(rate, fit, sources, feeds);
        made.open(
                chunk.pieces().stream().flatMap(piece -> piece.takes().stream()).toList());
        Pad picture = made.joined(chunk.pieces());
        for (int i = 0; i < titles.size(); i++) {
            picture = made.titled(picture, chunk.captions().get(i), titles.get(i), chunk.length());
        }
        return made.built(picture);
    }

    /** Returns the arguments of ffmpeg that map the frames a run needs as its media shows them, framed, at this size. */
    static List<String> filmed(
            Run run, FrameRate rate, Resolution size, Framing framing, Function<String, Source> sources) {
        ChunkGraph made = new ChunkGraph(rate, new CanvasFit(size, Pixels.OPAQUE), sources, other -> {
            throw new IllegalStateException("a feed needs no other");
        });
        return made.built(made.filmed(run, framing));
    }

    private List<String> built(Pad picture) {
        Pad result = onGrid(picture);
        FilterGraph built = graph.build(result);
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(inputs);
        arguments.addAll(List.of("-filter_complex", built.toString(), "-map", result.toString()));
        return arguments;
    }

    /** A caption's picture on disk, and where it stands. */
    record PlacedTitle(Path file, int x, int y) {}

    /** Takes are used up in the order in which they are opened: that of the pieces. */
    private void open(List<Take> takes) {
        List<Run> runs = runs(takes);
        Map<Run, Iterator<Pad>> opened = new HashMap<>();
        for (int i = 0; i < takes.size(); i++) {
            Run run = runs.get(i);
            Pad pad =
                    opened.computeIfAbsent(run, first -> open(first).iterator()).next();
            ready.add(new Ready(pad, takes.get(i).in() - run.first()));
        }
    }

    /** A take's frames among those of its run, from frame {@code from} of the run on. */
    private record Ready(Pad run, long from) {}

    /** Returns the run that decodes each of {@code takes}. */
    private List<Run> runs(List<Take> takes) {
        List<Run> runs = new ArrayList<>();
        Map<String, Run> latest = new HashMap<>();
        for (Take take : takes) {
            Run run = latest.get(take.mediaId());
            if (run == null || !run.takes(take, rate)) run = new Run(take.mediaId(), take.effects());
            run.add(take);
            latest.put(take.mediaId(), run);
            runs.add(run);
        }
        return runs;
    }

    /** Returns one pad for each take of a run, all with the run's frames as they look on the canvas. */
    private List<Pad> open(Run run) {
        boolean before = run.effects().get(Backdrop.class).isPresent();
        Framing framing = run.effects().get(Framing.class).orElse(Framing.NONE);
        Pad needed = withEffects(before ? fed(run) : filmed(run, framing), run);
        return run.size() == 1
                ? List.of(needed)
                : graph.apply(named("split").with("outputs", run.size()), run.size(), needed);
    }

    private Pad fed(Run run) {
        Feed feed = feeds.apply(run);
        inputs.addAll(feed.input());
        Pad timed = graph.apply(
                named("setpts").with("expr", run.numbers()), graph.apply(grid(), graph.stream(inputCount++, 0)));
        boolean clear = feed.pixels() == Pixels.CLEAR;
        return clear ? fit.applyClear(graph, timed, feed.size()) : fit.apply(graph, timed, feed.size());
    }

    private Pad filmed(Run run, Framing framing) {
        Source source = sources.apply(run.mediaId());
        Pace pace = run.effects().get(Pace.class).orElse(Pace.Speed.NORMAL);
        boolean backwards = pace instanceof Pace.Backwards;
        // A still picture is the same at any time, and has no frame but its first.
        long first = backwards ? run.first() + run.length() : run.first();
        double from = source.isStill() ? 0 : pace.position(first);
        inputs.addAll(source.inputFrom((long) Math.floor(from), rate));
        Pad picture = graph.stream(inputCount++, source.inspection().picture().orElseThrow());
        picture = toGrid(picture, source, from, pace);
        if (source.isStill()) picture = fitted(picture, source, framing);
        Pad held = graph.apply(named("tpad").with("stop_mode", "clone").with("stop", run.length()), picture);
        Pad ended = graph.apply(named("trim").with("end_pts", run.length()), held);
        Pad played = backwards ? graph.apply(named("reverse"), ended) : ended;
        Pad needed = graph.apply(named("select").with("expr", run.needed()), played);
        return source.isStill() ? needed : fitted(needed, source, framing);
    }

    private Pad fitted(Pad picture, Source source, Framing framing) {
        Resolution size = Framer.size(source.picture().size(), framing);
        return fit.apply(graph, new Framer(graph).framed(picture, framing), source, size);
    }

    private Pad withEffects(Pad picture, Run run) {
        if (fit.pixels() == Pixels.OPAQUE
                || run.effects().only(ChunkGraph::isLook).equals(Effects.NONE))
            return zoomed(looking(picture, run), run);
        // These filters know no alpha: it goes round them.
        List<Pad> both = graph.apply(named("split").with("outputs", 2), 2, picture);
        Pad opaque = graph.apply(named("format").with("pix_fmts", Pixels.OPAQUE.format()), both.get(0));
        Pad alpha = graph.apply(named("alphaextract"), both.get(1));
        return graph.apply(named("alphamerge"), zoomed(looking(opaque, run), run), zoomed(alpha, run));
    }

    private static boolean isLook(Effect effect) {
        return effect instanceof Grade || effect instanceof Look || effect instanceof Zoom;
    }

    private Pad looking(Pad picture, Run run) {
        Pad graded = run.effects()
                .get(Grade.class)
                .map(grade -> new Grading(fit).apply(graph, picture, grade))
                .orElse(picture);
        return run.effects()
                .get(Look.class)
                .map(look -> new Looks(fit).apply(graph, graded, look))
                .orElse(graded);
    }

    private Pad zoomed(Pad picture, Run run) {
        return run.effects()
                .get(Zoom.class)
                .map(zoom -> new Framer(graph).zoomed(picture, zoom, run.first() + "+" + run.numbers()))
                .orElse(picture);
    }

    /**
     * Brings a source to the timeline's rate and a pace, so that stamps are frame numbers from the run's first on.
     *
     * @param from where in the media that is, in frames
     */
    private Pad toGrid(Pad picture, Source source, double from, Pace pace) {
        boolean frozen = pace.factor() == 0;
        double factor = frozen ? 1 : pace.factor();
        double zero = source.startSeconds() + (from + TOLERANCE * factor) * rate.denominator() / rate.numerator();
        Pad fine = graph.apply(named("settb").with("expr", "AVTB"), picture);
        String shift = "PTS-(" + BigDecimal.valueOf(zero).toPlainString() + ")/TB";
        String stamps = factor == 1
                ? shift
                : "(" + shift + ")/" + BigDecimal.valueOf(factor).toPlainString();
        Pad shifted = graph.apply(named("setpts").with("expr", stamps), fine);
        Pad onGrid = graph.apply(
                named("fps").with("fps", rate.toString()).with("round", "up").with("start_time", 0), shifted);
        return frozen ? graph.apply(named("trim").with("end_pts", 1), onGrid) : onGrid;
    }

    private Pad joined(List<Piece> pieces) {
        Pad[] made = pieces.stream().map(this::made).toArray(Pad[]::new);
        return made.length == 1 ? made[0] : graph.apply(named("concat").with("n", made.length), made);
    }

    private Pad made(Piece piece) {
        if (piece instanceof Take take) return faded(take);
        if (piece instanceof Blend blend) return blended(blend);
        if (piece instanceof Black black) return black(black.length());
        Part part = (Part) piece;
        return frames(made(part.whole()), part.from(), part.length());
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

    private Pad plain(Take take) {
        Ready next = ready.remove();
        Filter trim = named("trim").with("start_pts", next.from()).with("end_pts", next.from() + take.length());
        return fromZero(graph.apply(trim, next.run()));
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

    private Pad frames(Pad picture, long from, long length) {
        Filter trim = named("trim").with("start_frame", from).with("end_frame", from + length);
        return fromZero(graph.apply(trim, picture));
    }

    private Pad fromZero(Pad picture) {
        return graph.apply(named("setpts").with("expr", "PTS-STARTPTS"), picture);
    }

    /** A title is one picture, repeated only for the frames of it that are in this chunk. */
    private Pad titled(Pad picture, Caption caption, PlacedTitle title, long chunkLength) {
        inputs.addAll(List.of("-i", "file:" + title.file().toAbsolutePath()));
        long hidden = Math.max(0, -caption.start());
        long shown = Math.min(chunkLength, caption.start() + caption.length()) - Math.max(0, caption.start());
        Pad words = inCanvasColours(graph.stream(inputCount++, 0));
        Pad repeated = graph.apply(named("loop").with("loop", hidden + shown).with("size", 1), words);
        Pad timed = graph.apply(named("setpts").with("expr", "N"), graph.apply(grid(), repeated));
        if (caption.fade() > 0) timed = fadedTitle(timed, caption);
        Pad visible = frames(timed, hidden, shown);
        long start = Math.max(0, caption.start());
        Pad placed = graph.apply(named("setpts").with("expr", "PTS+" + start), visible);
        Filter overlay =
                named("overlay").with("x", title.x()).with("y", title.y()).with("eof_action", "pass");
        return graph.apply(overlay, onGrid(picture), placed);
    }

    private Pad fadedTitle(Pad words, Caption caption) {
        Filter come = named("fade").with("t", "in").with("n", caption.fade()).with("alpha", 1);
        Filter go = named("fade").with("t", "out").with("n", caption.fade()).with("alpha", 1);
        return graph.apply(go.with("s", caption.length() - caption.fade()), graph.apply(come, words));
    }

    private Pad inCanvasColours(Pad words) {
        Filter scale = named("scale").with("out_color_matrix", fit.matrix()).with("out_range", "tv");
        Pad converted = graph.apply(named("format").with("pix_fmts", "yuva420p"), graph.apply(scale, words));
        return fit.inTheCanvasColours(graph, converted);
    }

    private Filter grid() {
        return named("settb").with("expr", rate.denominator() + "/" + rate.numerator());
    }

    /** Numbers frames from 0, one a tick. */
    private Pad onGrid(Pad picture) {
        return graph.apply(named("setpts").with("expr", "N"), graph.apply(grid(), picture));
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
