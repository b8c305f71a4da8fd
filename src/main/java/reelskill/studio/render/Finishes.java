package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Finish;

/** Dark corners and film grain of pictures on the canvas, as they are shown: the grain is not darkened with the corners. */
record Finishes(FilterGraph.Builder graph) {
    /** How much of its light the corner loses at the most. */
    private static final double DARKEST = 0.85;
    /** The filter's own unit; more looks like a bad signal and not like film. */
    private static final double COARSEST = 28;

    Pad finished(Pad picture, Finish finish) {
        Pad dark = finish.vignette() == 0 ? picture : graph.apply(vignette(finish.vignette()), picture);
        Pad grainy = finish.grain() == 0 ? dark : graph.apply(grain(finish.grain()), dark);
        // Both leave the range of broadcast black.
        return grainy == picture
                ? picture
                : graph.apply(named("limiter").with("min", 16).with("max", 235).with("planes", 1), grainy);
    }

    /** The filter darkens by the fourth power of the cosine, as a lens does: the angle is that of the corner. */
    private static Filter vignette(double strength) {
        double corner = Math.acos(Math.pow(1 - DARKEST * strength, 0.25));
        return named("vignette").with("angle", Math.round(corner * 10000) / 10000.0);
    }

    /** Of light alone, another one in each frame, and the same in each render. */
    private static Filter grain(double strength) {
        return named("noise")
                .with("c0_strength", Math.max(1, Math.round(strength * COARSEST)))
                .with("c0_flags", "t");
    }
}
