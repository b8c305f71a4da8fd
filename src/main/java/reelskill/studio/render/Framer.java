package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Bars;
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

    /** Returns a picture on the canvas with black outside of a window in its middle. */
    Pad barred(Pad picture, Bars bars, Resolution canvas) {
        int height = (int) Math.min(canvas.height(), Math.round(canvas.width() / bars.ratio()));
        int width = (int) Math.min(canvas.width(), Math.round(canvas.height() * bars.ratio()));
        int tall = (canvas.height() - height) / 2 & ~1;
        int wide = (canvas.width() - width) / 2 & ~1;
        Pad barred = picture;
        if (tall > 0)
            barred = bar(bar(barred, 0, 0, canvas.width(), tall), 0, canvas.height() - tall, canvas.width(), tall);
        if (wide > 0)
            barred = bar(bar(barred, 0, 0, wide, canvas.height()), canvas.width() - wide, 0, wide, canvas.height());
        return barred;
    }

    private Pad bar(Pad picture, int x, int y, int width, int height) {
        Filter box = named("drawbox").with("x", x).with("y", y).with("w", width).with("h", height);
        return graph.apply(box.with("color", "black").with("thickness", "fill").with("replace", 1), picture);
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
