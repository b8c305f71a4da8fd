package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.List;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Look;

/** Looks of pictures that are on the canvas already. The curves are our own; black stays dark and white bright in all. */
record Looks(CanvasFit fit) {
    Pad apply(FilterGraph.Builder graph, Pad picture, Look look) {
        if (look.strength() == 1) return full(graph, picture, look.style());
        List<Pad> both = graph.apply(named("split").with("outputs", 2), 2, picture);
        Filter mix = named("blend").with("all_mode", "normal").with("all_opacity", look.strength());
        // The first input lies on top.
        return fit.inTheCanvasColours(graph, graph.apply(mix, full(graph, both.get(1), look.style()), both.get(0)));
    }

    private Pad full(FilterGraph.Builder graph, Pad picture, Look.Style style) {
        return switch (style) {
            case BLACK_AND_WHITE -> graph.apply(eq(1.08, 0), picture);
            case VIVID -> graph.apply(eq(1.08, 1.45), picture);
            case SEPIA -> Grading.inRgb(fit, graph, graph.apply(eq(1.02, 0), picture), List.of(sepia()));
            case CINEMATIC -> Grading.inRgb(fit, graph, graph.apply(eq(1.06, 0.95), picture), List.of(tealAndOrange()));
            case VINTAGE -> Grading.inRgb(fit, graph, graph.apply(eq(0.95, 0.7), picture), List.of(faded()));
        };
    }

    private static Filter eq(double contrast, double saturation) {
        return named("eq").with("contrast", contrast).with("saturation", saturation);
    }

    /** Grey to brown, as light as before: the shares of each row make up its brightness. */
    private static Filter sepia() {
        return named("colorchannelmixer").with("rr", 1.08).with("gg", 0.96).with("bb", 0.74);
    }

    private static Filter tealAndOrange() {
        return named("curves")
                .with("red", "0/0 0.25/0.19 0.5/0.5 0.75/0.81 1/1")
                .with("green", "0/0 0.25/0.24 0.5/0.5 0.75/0.76 1/1")
                .with("blue", "0/0.04 0.25/0.29 0.5/0.5 0.75/0.68 1/0.93");
    }

    private static Filter faded() {
        return named("curves")
                .with("red", "0/0.1 0.5/0.55 1/0.97")
                .with("green", "0/0.08 0.5/0.51 1/0.94")
                .with("blue", "0/0.12 0.5/0.46 1/0.84");
    }
}
