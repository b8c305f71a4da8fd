package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.render.Chunk.Caption;
import reelskill.studio.render.Overlays.Drawn;
import reelskill.studio.timeline.TextStyle.Motion;

/** How a title comes and goes, as ffmpeg does it. */
record TitleMotion(Caption caption, Drawn title, Resolution canvas, FrameRate rate) {
    /** Faster than anybody types, slower than it takes to read. */
    private static final double LETTERS_A_SECOND = 18;
    /** What is typed stands there whole for the rest of its time. */
    private static final double MOST_TYPING = 0.6;

    /** Returns what shows the pictures of a strip one after the other. */
    Filter typing() {
        long letters = caption.text().codePoints().count();
        long frames = Math.max(
                1, Math.round(Math.min(caption.length() * MOST_TYPING, letters / LETTERS_A_SECOND * rate.fps())));
        return named("crop")
                .with("w", title.size().width())
                .with("h", title.size().height())
                .with("x", 0)
                .with(
                        "y",
                        title.size().height() + "*min(" + (title.steps() - 1) + ",floor(n*" + title.steps() + "/"
                                + frames + "))");
    }

    /** Returns the fades of its alpha; frames count from its first. */
    List<Filter> fades() {
        List<Filter> fades = new ArrayList<>();
        Motion motion = caption.style().motion();
        if (caption.fade() == 0 || motion == Motion.CUT) return fades;
        if (motion != Motion.TYPE)
            fades.add(named("fade").with("t", "in").with("n", caption.fade()).with("alpha", 1));
        fades.add(named("fade")
                .with("t", "out")
                .with("n", caption.fade())
                .with("alpha", 1)
                .with("s", caption.length() - caption.fade()));
        return fades;
    }

    /** Returns the expression of where its left edge is. */
    String x() {
        return switch (TitlePainter.alignment(caption.style().position())) {
            case LEFT -> sliding(title.x(), title.x() + title.size().width());
            case RIGHT -> sliding(title.x(), title.x() - canvas.width());
            case CENTER -> Integer.toString(title.x());
        };
    }

    String y() {
        boolean upright = TitlePainter.alignment(caption.style().position()) == TitleBlock.Alignment.CENTER;
        if (!upright) return Integer.toString(title.y());
        boolean above = title.y() + title.size().height() / 2.0 < canvas.height() * 0.4;
        return sliding(title.y(), above ? title.y() + title.size().height() : title.y() - canvas.height());
    }

    /**
     * Returns ffmpeg's expression of a place that is come to fast and then ever slower, and left the other way round.
     *
     * @param way how far it is from beyond the edge to the place; negative from the right or from below
     */
    private String sliding(int place, int way) {
        if (caption.style().motion() != Motion.SLIDE || caption.fade() == 0) return Integer.toString(place);
        String frame = "t*" + rate.numerator() + "/" + rate.denominator();
        String come = between(frame, caption.start() - 1);
        String go = between(frame, caption.start() + caption.length() - caption.fade());
        return String.format(Locale.ROOT, "%d-%d*(pow(1-%s,3)+pow(%s,3))", place, way, come, go);
    }

    /** Returns the expression that goes from 0 to 1 over the fade's frames from {@code first} on. */
    private String between(String frame, long first) {
        return String.format(Locale.ROOT, "clip((%s-(%d))/%d,0,1)", frame, first, caption.fade());
    }
}
