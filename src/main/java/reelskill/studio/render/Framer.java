package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.Zoom;

/** Turns, mirrors and crops pictures as filmed, and goes nearer to pictures on the canvas. */
record Framer(FilterGraph.Builder graph) {
    Pad framed(Pad picture, Framing framing) {
        Pad turned =
                switch (framing.quarterTurns()) {
                    case 1 -> graph.apply(named("transpose").with("dir", "clock"), picture);
                    case 2 -> graph.apply(named("vflip"), graph.apply(named("hflip"), picture));
                    case 3 -> graph.apply(named("transpose").with("dir", "cclock"), picture);
                    default -> picture;
                };
        Pad mirrored = framing.mirrored() ? graph.apply(named("hflip"), turned) : turned;
        Box window = framing.window();
        if (window.equals(Box.WHOLE)) return mirrored;
        return graph.apply(
                named("crop")
                        .with("w", "iw*" + window.width())
                        .with("h", "ih*" + window.height())
                        .with("x", "iw*" + window.left())
                        .with("y", "ih*" + window.top()),
                mirrored);
    }

    /** Returns the size of what {@link #framed} makes of a picture of size {@code filmed}. */
    static Resolution size(Resolution filmed, Framing framing) {
        int width = framing.isUpright() ? filmed.width() : filmed.height();
        int height = framing.isUpright() ? filmed.height() : filmed.width();
        return new Resolution(
                (int) Math.max(1, Math.round(width * framing.window().width())),
                (int) Math.max(1, Math.round(height * framing.window().height())));
    }

    /** Returns the size of what a segment with {@code effects} shows of {@code source}. */
    static Resolution shown(Source source, Effects effects) {
        return size(source.picture().size(), effects.get(Framing.class).orElse(Framing.NONE));
    }

    /**
     * Between pixels: a slow zoom that went from one to the next would tremble.
     *
     * @param frame ffmpeg's expression of the frame's number, with {@code N} for how many frames came before
     */
    Pad zoomed(Pad picture, Zoom zoom, String frame) {
        String number = "(" + frame.replace("N", "(on-1)") + ")";
        String way = "clip((" + number + "-" + zoom.first() + ")/" + (zoom.last() - zoom.first()) + ",0,1)";
        String scale = "(" + zoom.from() + "+" + (zoom.to() - zoom.from()) + "*" + way + ")";
        String left = zoom.x() + "*W*(1-1/" + scale + ")";
        String top = zoom.y() + "*H*(1-1/" + scale + ")";
        String right = left + "+W/" + scale;
        String bottom = top + "+H/" + scale;
        return graph.apply(
                named("perspective")
                        .with("x0", left)
                        .with("y0", top)
                        .with("x1", right)
                        .with("y1", top)
                        .with("x2", left)
                        .with("y2", bottom)
                        .with("x3", right)
                        .with("y3", bottom)
                        .with("interpolation", "cubic")
                        .with("eval", "frame"),
                picture);
    }
}
