package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.List;
import java.util.function.Function;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Bars;
import reelskill.studio.timeline.Effect;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Finish;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Look;
import reelskill.studio.timeline.Lut;
import reelskill.studio.timeline.Zoom;

/** What effects do to the colours and the size of pictures that are as large as they are shown. */
record Appearance(FilterGraph.Builder graph, CanvasFit fit, Function<String, Source> sources) {
    /**
     * Returns the frames of {@code run} with its effects.
     *
     * @param pixels of {@code picture}
     */
    Pad of(Pad picture, Run run, Pixels pixels) {
        return barred(changed(picture, run, pixels), run);
    }

    private Pad changed(Pad picture, Run run, Pixels pixels) {
        if (run.effects().only(Appearance::changes).equals(Effects.NONE)) return picture;
        if (pixels == Pixels.OPAQUE) return finished(zoomed(looking(picture, run), run), run);
        // These filters know no alpha: it goes round them.
        List<Pad> both = graph.apply(named("split").with("outputs", 2), 2, picture);
        Pad opaque = graph.apply(named("format").with("pix_fmts", Pixels.OPAQUE.format()), both.get(0));
        Pad alpha = graph.apply(named("alphaextract"), both.get(1));
        return graph.apply(named("alphamerge"), finished(zoomed(looking(opaque, run), run), run), zoomed(alpha, run));
    }

    private static boolean changes(Effect effect) {
        return effect instanceof Grade
                || effect instanceof Look
                || effect instanceof Finish
                || effect instanceof Zoom
                || effect instanceof Balance
                || effect instanceof Lut;
    }

    private Pad looking(Pad picture, Run run) {
        Pad corrected = new Correction(fit).apply(graph, picture, run.effects(), sources);
        Pad graded = run.effects()
                .get(Grade.class)
                .map(grade -> new Grading(fit).apply(graph, corrected, grade))
                .orElse(corrected);
        return run.effects()
                .get(Look.class)
                .map(look -> new Looks(fit).apply(graph, graded, look))
                .orElse(graded);
    }

    /** Behind the zoom: corners are those of what is shown. */
    private Pad finished(Pad picture, Run run) {
        return run.effects()
                .get(Finish.class)
                .map(finish -> new Finishes(graph).finished(picture, finish))
                .orElse(picture);
    }

    /** What is placed on the story has no bars of its own. */
    private Pad barred(Pad picture, Run run) {
        return run.effects()
                .get(Bars.class)
                .filter(bars -> run.placement().isEmpty())
                .map(bars -> new Framer(graph).barred(picture, bars, fit.canvas()))
                .orElse(picture);
    }

    private Pad zoomed(Pad picture, Run run) {
        return run.effects()
                .get(Zoom.class)
                .map(zoom -> new Framer(graph).zoomed(picture, zoom, run.first() + "+" + run.numbers()))
                .orElse(picture);
    }
}
