package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.nio.file.Path;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.render.Chunk.Caption;
import reelskill.studio.render.Chunk.Inset;
import reelskill.studio.timeline.Placement.Area;

/** What is laid over the pictures of one chunk: insets and words. */
final class Overlays {
    private final FilterGraph.Builder graph;
    private final Inputs inputs;
    private final CanvasFit fit;
    private final FrameRate rate;
    private final Stamps stamps;

    Overlays(FilterGraph.Builder graph, Inputs inputs, CanvasFit fit, FrameRate rate) {
        this.graph = graph;
        this.inputs = inputs;
        this.fit = fit;
        this.rate = rate;
        this.stamps = new Stamps(graph, rate);
    }

    /** A drawn picture on disk, and where it stands. */
    record Drawn(Path file, int x, int y) {}

    /**
     * An inset as it is laid over the picture.
     *
     * @param mask grey: what of it is seen; empty for all
     * @param plate stands below it: its border and its shadow
     */
    record Laid(Area area, double opacity, Optional<Path> mask, Optional<Drawn> plate) {}

    /** A title is one picture, repeated only for the frames of it that are in this chunk. */
    Pad titled(Pad picture, Caption caption, Drawn title, long chunkLength) {
        long hidden = Math.max(0, -caption.start());
        long start = Math.max(0, caption.start());
        long shown = Math.min(chunkLength, caption.start() + caption.length()) - start;
        Pad words = stamps.repeated(inCanvasColours(inputs.drawn(title.file())), hidden + shown);
        Pad seen = stamps.frames(faded(words, caption), hidden, shown);
        return over(picture, seen, start, title.x(), title.y());
    }

    private Pad faded(Pad words, Caption caption) {
        if (caption.fade() == 0) return words;
        Filter come = named("fade").with("t", "in").with("n", caption.fade()).with("alpha", 1);
        Filter go = named("fade").with("t", "out").with("n", caption.fade()).with("alpha", 1);
        return graph.apply(go.with("s", caption.length() - caption.fade()), graph.apply(come, words));
    }

    /**
     * Lays an inset over {@code picture}: first its plate, then what its mask lets through.
     *
     * @param frames the inset's frames in this chunk, from 0, of the size of its area
     */
    Pad inset(Pad picture, Pad frames, Inset inset, Laid laid) {
        long shown = inset.take().length();
        Pad below = laid.plate()
                .map(plate -> {
                    Pad still = stamps.repeated(inCanvasColours(inputs.drawn(plate.file())), shown);
                    return over(picture, dimmed(still, inset, laid.opacity()), inset.start(), plate.x(), plate.y());
                })
                .orElse(picture);
        Pad seen = laid.mask().map(mask -> masked(frames, mask, shown)).orElse(frames);
        Area area = laid.area();
        return over(below, dimmed(seen, inset, laid.opacity()), inset.start(), area.x(), area.y());
    }

    private Pad masked(Pad frames, Path mask, long shown) {
        Pad grey = graph.apply(named("format").with("pix_fmts", "gray"), inputs.drawn(mask));
        return graph.apply(named("alphamerge"), stamps.counted(frames), stamps.repeated(grey, shown));
    }

    /** Fades are counted from where the inset begins, which may be before the chunk. */
    private Pad dimmed(Pad frames, Inset inset, double opacity) {
        Pad seen = opacity == 1 ? frames : graph.apply(named("lutyuv").with("a", "val*" + opacity), frames);
        long shownEnd = inset.played() + inset.take().length();
        boolean comes = inset.played() < inset.fadeIn();
        boolean goes = shownEnd > inset.length() - inset.fadeOut() && inset.fadeOut() > 0;
        if (!comes && !goes) return seen;
        Pad whole = stamps.numbered(seen, "N+" + inset.played());
        Pad come = comes ? graph.apply(fade("in", 0, inset.fadeIn()), whole) : whole;
        return goes ? graph.apply(fade("out", inset.length() - inset.fadeOut(), inset.fadeOut()), come) : come;
    }

    private Filter fade(String way, long from, long frames) {
        return named("fade")
                .with("t", way)
                .with("st", rate.seconds(from))
                .with("d", rate.seconds(frames))
                .with("alpha", 1);
    }

    private Pad over(Pad picture, Pad upper, long start, int x, int y) {
        Pad placed = stamps.numbered(upper, "N+" + start);
        Filter overlay = named("overlay").with("x", x).with("y", y).with("eof_action", "pass");
        return graph.apply(overlay, stamps.counted(picture), placed);
    }

    private Pad inCanvasColours(Pad drawn) {
        Filter scale = named("scale").with("out_color_matrix", fit.matrix()).with("out_range", "tv");
        Pad converted = graph.apply(named("format").with("pix_fmts", "yuva420p"), graph.apply(scale, drawn));
        return fit.inTheCanvasColours(graph, converted);
    }
}
