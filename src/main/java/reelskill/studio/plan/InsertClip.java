package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Moves a clip so that it begins at a time; the other clip that plays there is split for it.
 *
 * <pre>
 *   |    A    |  B  |   →   |  A  |  B  | A |
 * </pre>
 */
public record InsertClip(ClipRef clip, Moment at) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Clips> found = Clips.find(timeline, clip);
        if (found.size() != 1) return EditResult.unchanged(timeline, Clips.missing(scene, clip));
        FrameRange own = found.get(0).range();
        long start = at.frame(timeline);
        if (start == own.in()) return scene.already("It plays there already.", "它已经在那里播放。");
        // What comes before it moves forward where the clip came from before.
        long frame = start < own.in() ? start : start + own.duration();
        if (start < 0 || frame > timeline.duration())
            return scene.unchanged(
                    "There is nothing at %s: the other clips last %s.",
                    "%s处没有画面：其他片段总长%s。",
                    Figures.moment(scene, Math.max(0, start)),
                    Figures.moment(scene, timeline.duration() - own.duration()));
        boolean inside = frame > 0 && frame < timeline.duration();
        Timeline split = inside ? timeline.split(List.of(frame)) : timeline;
        List<MediaSegment> order = new ArrayList<>(split.clips());
        order.removeIf(found.get(0)::holds);
        int index = 0;
        while (index < order.size() && order.get(index).start() < frame) index++;
        order.addAll(index, found.get(0).pieces());
        return scene.done(
                split.arrange(order),
                "\"%s\" plays at %s now, and what played there goes on behind it",
                "“%s”现在从%s开始播放，原来的内容接在它后面",
                found.get(0).name(),
                Figures.moment(scene, start));
    }
}
