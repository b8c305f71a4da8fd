package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.List;
import java.util.Locale;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Balance;

/** Puts the light of pictures on the canvas right. */
record Correction(CanvasFit fit) {
    Pad apply(FilterGraph.Builder graph, Pad picture, Balance balance) {
        return Grading.inRgb(fit, graph, picture, List.of(levels(balance)));
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
}
