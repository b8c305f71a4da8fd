package reelskill.studio.plan;

import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.Timeline;

/**
 * Says how people are cut out where something else stands behind them.
 *
 * <pre>
 *   |  A, cut out quickly  |   →   |  A, cut out with care  |
 * </pre>
 */
public record SetCare(Cutout.Care care, Target where) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Target.Found people = where.in(scene).beforeBackdrop();
        if (people.ids().isEmpty())
            return scene.unchanged(
                    "Nobody stands before another background yet, so there is nothing to cut out.", "还没有替换背景，无需抠像。");
        Timeline after = people.changed(media -> media.with(new Cutout(care)));
        return care == Cutout.Care.FINE
                ? scene.done(after, "cut people out as finely as possible; the export takes longer", "使用精细抠像，导出时间会更长")
                : scene.done(after, "cut people out fast; the edges are coarser", "使用快速抠像，边缘较粗");
    }
}
