package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.List;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Grade;

/** Light and colour of pictures that are on the canvas already. */
record Grading(CanvasFit fit) {
    /** How far white is tinted at the most: at a warmth of 1 red gains this share and blue loses it. */
    private static final double TINT = 0.25;

    Pad apply(FilterGraph.Builder graph, Pad picture, Grade grade) {
        Pad lit = graph.apply(
                named("eq")
                        .with("brightness", grade.brightness())
                        .with("contrast", 1 + grade.contrast())
                        .with("saturation", 1 + grade.saturation()),
                picture);
        return grade.warmth() == 0 ? lit : tinted(graph, lit, TINT * grade.warmth());
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
