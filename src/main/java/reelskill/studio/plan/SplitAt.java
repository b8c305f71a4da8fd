package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/** Splits the clips at these moments; what plays stays the same. */
public record SplitAt(List<Moment> moments) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Long> frames =
                moments.stream().map(moment -> moment.frame(timeline)).toList();
        List<Long> inside = frames.stream()
                .filter(frame -> frame > 0 && frame < timeline.duration())
                .toList();
        Timeline after = timeline.split(inside);
        int cuts = after.clips().size() - timeline.clips().size();
        String places = String.join(
                ", ", inside.stream().map(frame -> Figures.moment(scene, frame)).toList());
        EditResult result = cuts > 0
                ? scene.done(
                        after,
                        "Split at %s: now %d clips",
                        "已在%s处分割，现在共%d个片段",
                        places,
                        after.clips().size())
                : scene.unchanged("There was nothing to split there.", "那里没有可以分割的内容。");
        return inside.size() == frames.size() || cuts == 0
                ? result
                : result.but(scene.say(
                        "The video lasts only %s; a moment outside of it was left out.",
                        "视频总长只有%s，超出的时间点已忽略。", Figures.length(scene, timeline.duration())));
    }
}
