package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Shows a text at another time, or for longer or shorter.
 *
 * <pre>
 *   | words |            →          | words |
 *   |      A      |          |      A      |
 * </pre>
 *
 * @param which its words; empty where there is only one
 * @param at its new beginning, or the end of the video for where it ends; empty for the one that it has
 * @param length its new length, at most to the end of the video; empty for the one that it has
 */
public record MoveText(Optional<String> which, Optional<Moment> at, Optional<Duration> length)
        implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        EditResult found = Texts.change(scene, which, text -> Optional.empty(), TextSegment::text);
        if (found.done().isEmpty()) return found;
        TextSegment text = timeline.texts().stream()
                .filter(one -> !found.after().texts().contains(one))
                .findFirst()
                .orElseThrow();
        long total = timeline.duration();
        long wanted = Math.max(1, length.map(scene::frames).orElse(text.duration()));
        boolean last = at.filter(Moment.END::equals).isPresent();
        long start = Math.max(
                0,
                last ? total - wanted : at.map(moment -> moment.frame(timeline)).orElse(text.start()));
        if (start >= total) {
            return scene.unchanged(
                    "\"%s\" stays where it is: %s lies after the end of the video (%s).",
                    "“%s”没有移动：%s超出了视频总长（%s）。", text.text(), Figures.moment(scene, start), Figures.length(scene, total));
        }
        long duration = Math.min(wanted, total - start);
        long fade = Math.min(AddText.fade(scene, text.style().motion()), duration / 2);
        Timeline after = found.after().withText(text.text(), start, duration, text.style(), fade);
        EditResult moved = scene.done(
                after,
                "\"%s\" is shown at %s now",
                "“%s”现在显示于%s",
                text.text(),
                Figures.range(scene, start, start + duration));
        return Texts.leavingCards(scene, moved);
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveText(which, false));
    }
}
