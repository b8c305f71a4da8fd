package reelskill.studio.render;

import static reelskill.studio.ffmpeg.Filter.named;

import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Framing;

/**
 * What is done with a picture of another shape than the canvas's.
 *
 * @param x ffmpeg's expression, in shares of the picture's width, of what the cut is centred on; {@code y} too
 */
record Cropping(How how, String x, String y) {
    enum How {
        /** Whole, before a blurred copy. */
        BLURRED,
        /** Whole, before black. */
        BARS,
        /** Cut to fill the canvas. */
        CUT
    }

    private static final String MIDDLE = "0.5";
    private static final Cropping NONE = new Cropping(How.BLURRED, MIDDLE, MIDDLE);

    /** Returns what {@code run} asks for; its stamps count its frames from the first on. */
    static Cropping of(Run run, Framing framing, FrameRate rate) {
        Optional<Fitting> fitting = run.effects().get(Fitting.class);
        if (fitting.isEmpty()) return NONE;
        return switch (fitting.get().how()) {
            case BARS -> new Cropping(How.BARS, MIDDLE, MIDDLE);
            case FILL -> new Cropping(How.CUT, MIDDLE, MIDDLE);
            case FOLLOW -> followed(new FollowedPath(fitting.get(), run, framing, rate));
        };
    }

    private static Cropping followed(FollowedPath path) {
        return new Cropping(How.CUT, path.x(), path.y());
    }

    boolean fills() {
        return how == How.CUT;
    }

    /** Returns the filter that cuts the canvas out of a picture that covers it. */
    Filter on(Resolution canvas) {
        return named("crop")
                .with("w", canvas.width())
                .with("h", canvas.height())
                .with("x", "clip((%s)*in_w-out_w/2,0,in_w-out_w)".formatted(x))
                .with("y", "clip((%s)*in_h-out_h/2,0,in_h-out_h)".formatted(y))
                // Else it would move by two pixels at a time, which trembles.
                .with("exact", 1);
    }
}
