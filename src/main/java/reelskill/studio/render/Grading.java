package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.List;
import java.util.Locale;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Grade;

/** Light and colour of pictures that are on the canvas already. */
record Grading(CanvasFit fit) {
    /** How far white is tinted at the most: at a warmth of 1 red gains this share and blue loses it. */
    private static final double TINT = 0.25;
    /** Makes a brightness move the middle by about as much as it says. */
    private static final double BEND = 1.5;

    Pad apply(FilterGraph.Builder graph, Pad picture, Grade grade) {
        String colour = String.format(Locale.ROOT, "clip(128+(val-128)*%.4f,16,240)", 1 + grade.saturation());
        Pad lit = graph.apply(
                named("lutyuv").with("y", tone(grade)).with("u", colour).with("v", colour), picture);
        return grade.warmth() == 0 ? lit : tinted(graph, lit, TINT * grade.warmth());
    }

    /**
     * Returns what becomes of a luma, each time with its ends in place where it can be: a brighter picture is bent upwards and
     * not lifted, and more contrast bends it like an S, so that neither a pale sky nor what lies in the dark is lost.
     */
    private static String tone(Grade grade) {
        double brightness = grade.brightness();
        double contrast = grade.contrast();
        String lit = brightness > 0
                ? String.format(Locale.ROOT, "pow(ld(0),%.4f)", Math.pow((1 - brightness) / (1 + brightness), BEND))
                : String.format(Locale.ROOT, "ld(0)*%.4f", Math.pow(1 + brightness, BEND));
        String parted = contrast > 0
                ? String.format(Locale.ROOT, "pow(ld(1),%1$.4f)/(pow(ld(1),%1$.4f)+pow(1-ld(1),%1$.4f))", 1 + contrast)
                : String.format(Locale.ROOT, "0.5+(ld(1)-0.5)*%.4f", 1 + contrast);
        return "st(0,clip((val-16)/219,0,1));st(1," + lit + ");16+219*(" + parted + ")";
    }

    /** In RGB, so that white is tinted and black stays black. */
    private Pad tinted(FilterGraph.Builder graph, Pad picture, double share) {
        Filter tint = named("colorchannelmixer").with("rr", 1 + share).with("bb", 1 - share);
        return inRgb(fit, graph, picture, List.of(tint));
    }

    static Pad inRgb(CanvasFit fit, FilterGraph.Builder graph, Pad picture, List<Filter> steps) {
        Pad tinted = graph.apply(named("format").with("pix_fmts", "gbrp"), picture);
        for (Filter step : steps) tinted = graph.apply(step, tinted);
        Pad back = graph.apply(
                named("scale").with("out_color_matrix", fit.matrix()).with("out_range", "tv"), tinted);
        return fit.inTheCanvasColours(graph, graph.apply(named("format").with("pix_fmts", "yuv420p"), back));
    }
}
