package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.List;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Placement.Area;

/**
 * Brings any picture to the canvas: its size, square pixels, 8 bits, the canvas's colours. A picture of another shape
 * is shown whole, before a blurred and darker copy of itself, or before nothing where it can be seen through.
 */
record CanvasFit(Resolution canvas, Pixels pixels) {
    /** Shapes that differ less are stretched: nobody sees it, and a thin blurred edge looks like a fault. */
    private static final double SAME_SHAPE = 0.02;
    /** The blur is made at an eighth of the size, where it costs next to nothing. */
    private static final int BLUR_SHRINK = 8;
    /** From here on video without a word about its colours is made by the rules of HD. */
    private static final int HD_HEIGHT = 720;

    /** Returns the matrix of the canvas's colours, as ffmpeg calls it. */
    String matrix() {
        return isHd(canvas) ? "bt709" : "smpte170m";
    }

    /**
     * Returns {@code picture}, made of one of {@code source}, brought to the canvas.
     *
     * @param size what it has now, with square pixels
     */
    Pad apply(FilterGraph.Builder graph, Pad picture, Source source, Resolution size, Cropping cropping) {
        boolean guessHd = !source.namesColours() && isHd(source.picture().size());
        Pad shown = source.picture().hdr()
                ? toneMapped(graph, picture, fitted(size, cropping))
                : scaled(graph, picture, fitted(size, cropping), guessHd);
        return filled(graph, shown, size, cropping);
    }

    /** Returns {@code picture} of standard range that says what colours it has, brought to the canvas. */
    Pad apply(FilterGraph.Builder graph, Pad picture, Resolution size, Cropping cropping) {
        return filled(graph, scaled(graph, picture, fitted(size, cropping), false), size, cropping);
    }

    /** Returns the same of a picture that can be seen through. */
    Pad applyClear(FilterGraph.Builder graph, Pad picture, Resolution size, Cropping cropping) {
        Pad shown = scaled(graph, picture, fitted(size, cropping), false);
        if (hasShapeOf(size)) return inTheCanvasColours(graph, shown);
        Filter onto = cropping.fills() ? cropping.on(canvas) : padded(fitted(size, cropping), "black@0");
        return inTheCanvasColours(graph, graph.apply(onto, shown));
    }

    private Filter padded(Resolution fitted, String colour) {
        return named("pad")
                .with("w", canvas.width())
                .with("h", canvas.height())
                .with("x", (canvas.width() - fitted.width()) / 2 & ~1)
                .with("y", (canvas.height() - fitted.height()) / 2 & ~1)
                .with("color", colour);
    }

    /**
     * Returns {@code picture}, made of one of {@code source}, so large that it covers {@code area}, and cropped to it. Its
     * transparency stays.
     *
     * @param size what it has now, with square pixels
     */
    Pad into(FilterGraph.Builder graph, Pad picture, Source source, Resolution area, Resolution size) {
        boolean guessHd = !source.namesColours() && isHd(source.picture().size());
        CanvasFit clear = new CanvasFit(canvas, Pixels.CLEAR);
        Pad shown = source.picture().hdr()
                ? clear.toneMapped(graph, picture, covering(size, area))
                : clear.scaled(graph, picture, covering(size, area), guessHd);
        return cropped(graph, shown, area);
    }

    /** Returns the same of a picture of standard range that says what colours it has. */
    Pad into(FilterGraph.Builder graph, Pad picture, Resolution area, Resolution size) {
        CanvasFit clear = new CanvasFit(canvas, Pixels.CLEAR);
        return cropped(graph, clear.scaled(graph, picture, covering(size, area), false), area);
    }

    private Pad cropped(FilterGraph.Builder graph, Pad picture, Resolution area) {
        Filter crop = named("crop").with("w", area.width()).with("h", area.height());
        return inTheCanvasColours(graph, graph.apply(crop, picture));
    }

    /** Returns a picture as large as {@code area} at its place on the canvas, before black. */
    Pad padded(FilterGraph.Builder graph, Pad picture, Area area) {
        Filter pad = named("pad")
                .with("w", canvas.width())
                .with("h", canvas.height())
                .with("x", area.x())
                .with("y", area.y())
                .with("color", "black");
        return inTheCanvasColours(graph, squarePixels(graph, graph.apply(pad, picture)));
    }

    /** Returns whether a picture of that size fills the canvas. */
    boolean hasShapeOf(Resolution size) {
        return Math.abs(shape(size) / shape(canvas) - 1) <= SAME_SHAPE;
    }

    /** Returns the size at which a picture is shown whole. */
    Resolution fitted(Resolution size) {
        return hasShapeOf(size) ? canvas : inside(size, canvas);
    }

    private Resolution fitted(Resolution size, Cropping cropping) {
        if (hasShapeOf(size)) return canvas;
        return cropping.fills() ? covering(size, canvas) : inside(size, canvas);
    }

    private Pad filled(FilterGraph.Builder graph, Pad shown, Resolution size, Cropping cropping) {
        return inTheCanvasColours(graph, hasShapeOf(size) ? shown : onto(graph, shown, size, cropping));
    }

    private Pad onto(FilterGraph.Builder graph, Pad shown, Resolution size, Cropping cropping) {
        Resolution fitted = fitted(size, cropping);
        return switch (cropping.how()) {
            case BLURRED -> beforeBlur(graph, shown, size, fitted);
            case BARS -> graph.apply(padded(fitted, "black"), shown);
            case CUT -> graph.apply(cropping.on(canvas), shown);
        };
    }

    private Pad scaled(FilterGraph.Builder graph, Pad picture, Resolution fitted, boolean guessHd) {
        Filter scale =
                resize(fitted, "bicubic").with("out_color_matrix", matrix()).with("out_range", "tv");
        Pad scaled = graph.apply(guessHd ? scale.with("in_color_matrix", "bt709") : scale, picture);
        return squarePixels(graph, scaled);
    }

    /** High dynamic range to standard, as a viewer without such a screen would see it. Scaled first: it is slow. */
    private Pad toneMapped(FilterGraph.Builder graph, Pad picture, Resolution fitted) {
        List<Filter> steps = List.of(
                resize(fitted, "bicubic"),
                named("zscale").with("t", "linear").with("npl", 100),
                named("format").with("pix_fmts", "gbrpf32le"),
                named("zscale").with("p", "bt709"),
                named("tonemap").with("tonemap", "hable").with("desat", 0),
                named("zscale")
                        .with("t", "bt709")
                        .with("m", isHd(canvas) ? "bt709" : "170m")
                        .with("r", "tv"));
        Pad mapped = picture;
        for (Filter step : steps) mapped = graph.apply(step, mapped);
        return squarePixels(graph, mapped);
    }

    private Pad squarePixels(FilterGraph.Builder graph, Pad picture) {
        Pad plain = graph.apply(named("format").with("pix_fmts", pixels.format()), picture);
        return graph.apply(named("setsar").with("sar", 1), plain);
    }

    private Pad beforeBlur(FilterGraph.Builder graph, Pad shown, Resolution size, Resolution fitted) {
        List<Pad> both = graph.apply(named("split").with("outputs", 2), 2, shown);
        Resolution small = new Resolution(
                        Math.max(2, canvas.width() / BLUR_SHRINK), Math.max(2, canvas.height() / BLUR_SHRINK))
                .even();
        Pad blurred = both.get(0);
        List<Filter> steps = List.of(
                resize(covering(size, small), "bilinear"),
                named("crop").with("w", small.width()).with("h", small.height()),
                named("gblur").with("sigma", Math.max(2, small.height() / 24)),
                resize(canvas, "bilinear"),
                named("lutyuv").with("y", "16+(val-16)*0.6"));
        for (Filter step : steps) blurred = graph.apply(step, blurred);
        Pad background = squarePixels(graph, blurred);
        Filter overlay = named("overlay")
                .with("x", (canvas.width() - fitted.width()) / 2 & ~1)
                .with("y", (canvas.height() - fitted.height()) / 2 & ~1);
        return graph.apply(overlay, background, both.get(1));
    }

    /** Says of what kind the colours are, so that pieces of different sources join without a conversion. */
    Pad inTheCanvasColours(FilterGraph.Builder graph, Pad picture) {
        Filter colours = named("setparams")
                .with("range", "tv")
                .with("colorspace", matrix())
                .with("color_primaries", matrix())
                .with("color_trc", matrix());
        return graph.apply(colours, picture);
    }

    private static Filter resize(Resolution size, String how) {
        return named("scale").with("w", size.width()).with("h", size.height()).with("flags", how);
    }

    private static Resolution inside(Resolution size, Resolution frame) {
        return times(size, Math.min((double) frame.width() / size.width(), (double) frame.height() / size.height()));
    }

    private static Resolution covering(Resolution size, Resolution frame) {
        Resolution covering =
                times(size, Math.max((double) frame.width() / size.width(), (double) frame.height() / size.height()));
        return new Resolution(Math.max(covering.width(), frame.width()), Math.max(covering.height(), frame.height()));
    }

    private static Resolution times(Resolution size, double factor) {
        long width = Math.max(2, Math.round(size.width() * factor));
        long height = Math.max(2, Math.round(size.height() * factor));
        return new Resolution(Math.toIntExact(width), Math.toIntExact(height)).even();
    }

    private static double shape(Resolution size) {
        return (double) size.width() / size.height();
    }

    static boolean isHd(Resolution size) {
        return Math.min(size.width(), size.height()) >= HD_HEIGHT;
    }
}
