package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Motion;
import reelskill.studio.timeline.Timeline;

/**
 * Puts words on the picture from a moment on; they stay inside the timeline.
 *
 * <pre>
 *                             | Hello |
 *   |      A      |   →   |      A      |
 * </pre>
 */
public record AddText(String text, Moment at, Duration length, TextStyle style) implements EditOperation {
    private static final double SMALLEST = 0.03;
    private static final double LARGEST = 0.25;
    private static final Duration FADE = Duration.ofMillis(250);
    /** A way across the picture takes longer than a fade, or it is a jump. */
    private static final Duration SLIDE = Duration.ofMillis(600);

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        long total = timeline.duration();
        long start = Math.max(0, at.frame(timeline));
        if (start >= total) {
            return scene.unchanged(
                    "\"%s\" was not added: %s lies after the end of the video (%s).",
                    "没有添加“%s”：%s超出了视频总长（%s）。", text, Figures.moment(scene, start), Figures.length(scene, total));
        }
        long wanted = Math.max(1, scene.frames(length));
        long duration = Math.min(wanted, total - start);
        Timeline after = timeline.withText(text, start, duration, style, fade(scene, style.motion()));
        String range = Figures.range(scene, start, start + duration);
        EditResult added = scene.done(after, "Title added: \"%s\" (%s)", "已添加标题：“%s”（%s）", text, range);
        return Letterforms.noted(scene, added, text, style.face());
    }

    /** Returns over how many frames a text comes, and goes. */
    static long fade(Scene scene, Motion motion) {
        return motion == Motion.CUT ? 0 : scene.frames(motion == Motion.SLIDE ? SLIDE : FADE);
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return Optional.of(new AddText(text, at, length, style.sized(size(style.size() * factor))));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveText(Optional.of(text), false));
    }

    @Override
    public Optional<EditOperation> beginning(Moment moment) {
        return Optional.of(
                new AddText(text, moment.equals(Moment.END) ? Moment.beforeEnd(length) : moment, length, style));
    }

    @Override
    public Optional<EditOperation> lasting(Duration other) {
        Moment moment = at.share() == 1 ? Moment.beforeEnd(other) : at;
        return Optional.of(new AddText(text, moment, other, style));
    }

    @Override
    public Optional<EditOperation> coloured(int rgb) {
        return Optional.of(new AddText(text, at, length, style.coloured(rgb)));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        boolean clip = other.clips().size() == 1 && other.spans().isEmpty() && at.share() == 0;
        return clip ? Optional.of(new DuringClip(other.clips().get(0), this)) : Optional.empty();
    }

    /** Returns the same with a line around its letters. */
    AddText outlined(OptionalInt rim) {
        return new AddText(text, at, length, style.outlined(rim));
    }

    static double size(double wanted) {
        return Math.max(SMALLEST, Math.min(LARGEST, Math.round(wanted * 1000) / 1000.0));
    }
}
