package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Lut;

/** Puts the light of pictures on the canvas right, and colours them by a user's table. */
record Correction(CanvasFit fit) {
    /** @param files finds the table of a {@link Lut} by its id */
    Pad apply(FilterGraph.Builder graph, Pad picture, Effects effects, Function<String, Source> files) {
        Pad balanced = effects.get(Balance.class)
                .map(balance -> Grading.inRgb(fit, graph, picture, List.of(levels(balance))))
                .orElse(picture);
        return effects.get(Lut.class)
                .map(lut -> coloured(graph, balanced, lut, files.apply(lut.mediaId())))
                .orElse(balanced);
    }

    private static Filter levels(Balance balance) {
        return named("lutrgb")
                .with("r", level(balance.red(), balance))
                .with("g", level(balance.green(), balance))
                .with("b", level(balance.blue(), balance));
    }

    private static String level(double gain, Balance balance) {
        double black = 255 * balance.black();
        double stretch = 1 / (balance.white() - balance.black());
        return String.format(Locale.ROOT, "clip((val*%.5f-%.3f)*%.5f,0,255)", gain, black, stretch);
    }

    private Pad coloured(FilterGraph.Builder graph, Pad picture, Lut lut, Source table) {
        Filter colours = named("lut3d")
                .with("file", table.file().toAbsolutePath().toString())
                .with("interp", "tetrahedral");
        if (lut.strength() == 1) return Grading.inRgb(fit, graph, picture, List.of(colours));
        List<Pad> both = graph.apply(named("split").with("outputs", 2), 2, picture);
        Filter mix = named("blend").with("all_mode", "normal").with("all_opacity", lut.strength());
        // The first input lies on top.
        Pad top = Grading.inRgb(fit, graph, both.get(1), List.of(colours));
        return fit.inTheCanvasColours(graph, graph.apply(mix, top, both.get(0)));
    }
}
