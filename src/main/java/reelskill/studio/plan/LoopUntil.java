package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Plays everything again and again until the video is so long; the last round ends in the middle where it must.
 *
 * <pre>
 *   |  A  |   →   |  A  |  A  | A|
 * </pre>
 */
public record LoopUntil(Duration length) implements EditOperation {
    private static final int MOST = 100;

    @Override
    public EditResult apply(Scene scene) {
        long total = scene.timeline().duration();
        long wanted = scene.frames(length);
        long rounds = (wanted + total - 1) / total;
        if (rounds < 2)
            return scene.unchanged(
                    "The video lasts %s already, so it does not have to be repeated.",
                    "视频已经长%s，不需要循环。", Figures.moment(scene, total));
        if (rounds > MOST)
            return scene.unchanged("That would be more than %d times; nothing was changed.", "这样会超过%d遍，没有做改动。", MOST);
        EditResult looped = new RepeatPart(Target.ALL, (int) rounds - 1, Optional.empty()).apply(scene);
        if (looped.done().isEmpty() || rounds * total == wanted) return looped;
        Span rest = new Span(Moment.at(length), Moment.END);
        EditResult cut = new RemoveRanges(List.of(rest), Optional.empty()).apply(scene.at(looped.after()));
        return scene.done(
                cut.after(),
                "Plays again and again until %s: %d times, the last one not to its end",
                "循环到%s：共%d遍，最后一遍不播完",
                Figures.moment(scene, wanted),
                rounds);
    }

    @Override
    public Optional<EditOperation> lasting(Duration other) {
        return Optional.of(new LoopUntil(other));
    }
}
