package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.nio.file.Path;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
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

    /**
     * A drawn picture on disk.
     *
     * @param x where its corner stands, and {@code y}
     * @param size of what is seen of it at a time
     * @param steps how many pictures lie below each other in the file, to be shown one after the other
     */
    record Drawn(Path file, int x, int y, Resolution size, int steps) {
        static Drawn still(Path file, TitlePicture picture) {
            Resolution size =
                    new Resolution(picture.pixels().getWidth(), picture.pixels().getHeight());
            return new Drawn(file, picture.x(), picture.y(), size, 1);
        }
    }

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
        TitleMotion motion = new TitleMotion(caption, title, fit.canvas(), rate);
        Pad words = stamps.repeated(inCanvasColours(inputs.drawn(title.file())), hidden + shown);
        Pad typed = title.steps() > 1 ? graph.apply(motion.typing(), words) : words;
        Pad moving = typed;
        for (Filter fade : motion.fades()) moving = graph.apply(fade, moving);
        return over(picture, stamps.frames(moving, hidden, shown), start, motion.x(), motion.y());
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
                    return over(
                            picture,
                            dimmed(still, inset, laid.opacity()),
                            inset.start(),
                            Integer.toString(plate.x()),
                            Integer.toString(plate.y()));
                })
                .orElse(picture);
        Pad seen = laid.mask().map(mask -> masked(frames, mask, shown)).orElse(frames);
        Area area = laid.area();
        return over(
                below,
                dimmed(seen, inset, laid.opacity()),
                inset.start(),
                Integer.toString(area.x()),
                Integer.toString(area.y()));
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

    private Pad over(Pad picture, Pad upper, long start, String x, String y) {
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
