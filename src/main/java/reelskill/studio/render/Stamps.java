package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.math.BigDecimal;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.FilterGraph;
import reelskill.studio.ffmpeg.Pad;
import reelskill.studio.timeline.Pace;

/** The stamps of frames in a graph: whole numbers of frames of one rate, from 0. */
record Stamps(FilterGraph.Builder graph, FrameRate rate) {
    /**
     * A source frame belongs to the latest grid line that is at most this share of a frame before it: half a frame,
     * less what keeps sources of twice the rate off the edge, where the rounding of their stamps would decide.
     */
    private static final double TOLERANCE = 0.45;

    /**
     * Brings a source to the timeline's rate and a pace, so that stamps are frame numbers from the run's first on.
     *
     * @param from where in the media that is, in frames
     */
    Pad toGrid(Pad picture, Source source, double from, Pace pace) {
        boolean frozen = pace.factor() == 0;
        double factor = frozen ? 1 : pace.factor();
        double zero = source.startSeconds() + (from + TOLERANCE * factor) * rate.denominator() / rate.numerator();
        Pad fine = graph.apply(named("settb").with("expr", "AVTB"), picture);
        String shift = "PTS-(" + BigDecimal.valueOf(zero).toPlainString() + ")/TB";
        String stamps = factor == 1
                ? shift
                : "(" + shift + ")/" + BigDecimal.valueOf(factor).toPlainString();
        Pad shifted = graph.apply(named("setpts").with("expr", stamps), fine);
        Pad onGrid = graph.apply(
                named("fps").with("fps", rate.toString()).with("round", "up").with("start_time", 0), shifted);
        return frozen ? graph.apply(named("trim").with("end_pts", 1), onGrid) : onGrid;
    }

    /** Numbers frames from 0, one a tick. */
    Pad counted(Pad picture) {
        return numbered(picture, "N");
    }

    /** Numbers frames by an expression of how many came before, {@code N}. */
    Pad numbered(Pad picture, String expression) {
        Filter grid = named("settb").with("expr", rate.denominator() + "/" + rate.numerator());
        return graph.apply(named("setpts").with("expr", expression), graph.apply(grid, picture));
    }

    /** Returns frames {@code [from, from + length)} of {@code picture}, from 0 on. */
    Pad frames(Pad picture, long from, long length) {
        Filter trim = named("trim").with("start_frame", from).with("end_frame", from + length);
        return fromZero(graph.apply(trim, picture));
    }

    Pad fromZero(Pad picture) {
        return graph.apply(named("setpts").with("expr", "PTS-STARTPTS"), picture);
    }

    /** Returns {@code count} times the one frame of {@code still}, counted. */
    Pad repeated(Pad still, long count) {
        return counted(graph.apply(named("loop").with("loop", count - 1).with("size", 1), still));
    }
}
