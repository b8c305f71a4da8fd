package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Zoom;

/**
 * Goes slowly nearer to a point of the picture, or away from it, over each clip that is meant.
 *
 * <pre>
 *   +---------+       +---------+
 *   |    o    |   →   |    O    |
 *   +---------+       +---------+
 * </pre>
 *
 * @param scale how large the picture is at the nearer end
 */
public record ZoomSlowly(double scale, boolean out, double x, double y, Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return target.edit(scene, found -> zoomed(scene, found));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        return Optional.of(new ZoomSlowly(scale, out, x, y, other));
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        double near = Math.max(1.02, Math.round(Math.pow(scale, factor) * 100) / 100.0);
        return Optional.of(new ZoomSlowly(near, out, x, y, target));
    }

    private EditResult zoomed(Scene scene, Target.Found found) {
        Timeline timeline = found.timeline();
        List<MediaSegment> take = new ArrayList<>();
        List<MediaSegment> zoomed = new ArrayList<>();
        for (MediaSegment clip : timeline.clips()) {
            boolean goesOn = !take.isEmpty() && take.get(take.size() - 1).runsOnInto(clip);
            if (!goesOn) close(take, zoomed);
            if (found.holds(clip)) take.add(clip);
            else zoomed.add(clip);
        }
        close(take, zoomed);
        Timeline after = timeline.withEachMedia(media -> zoomed.stream()
                .filter(clip -> clip.id().equals(media.id()))
                .findFirst()
                .orElse(media));
        if (after.equals(timeline)) return scene.already("The picture zooms like that already.", "画面已经这样缩放。");
        String what = found.told().isEmpty() ? scene.say("Each clip", "每个片段") : found.told();
        return out
                ? scene.done(after, "%s: slow zoom out from %s×", "%s：从%s倍缓慢拉远", what, Figures.factor(scale))
                : scene.done(after, "%s: slow zoom in to %s×", "%s：缓慢放大到%s倍", what, Figures.factor(scale));
    }

    /** Pieces of one take that run on zoom as one. */
    private void close(List<MediaSegment> take, List<MediaSegment> zoomed) {
        if (take.isEmpty()) return;
        long first = take.get(0).in();
        long last = Math.max(first + 1, take.get(take.size() - 1).out() - 1);
        Zoom zoom = new Zoom(out ? scale : 1, out ? 1 : scale, x, y, first, last);
        take.forEach(clip -> zoomed.add(clip.with(zoom)));
        take.clear();
    }
}
