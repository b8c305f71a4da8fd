package reelskill.studio.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** Says how people are cut out where something else stands behind them. */
public record SetCare(Cutout.Care care, Target where) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Target.Found found = where.in(scene);
        List<MediaSegment> people = found.clips().stream()
                .filter(piece -> piece.backdrop().isPresent())
                .toList();
        if (people.isEmpty())
            return scene.unchanged(
                    "Nobody stands before another background yet, so there is nothing to cut out.", "还没有替换背景，无需抠像。");
        Set<String> ids = people.stream().map(MediaSegment::id).collect(Collectors.toSet());
        Cutout cutout = new Cutout(care);
        Timeline after = found.timeline().withEachMedia(media -> ids.contains(media.id()) ? media.with(cutout) : media);
        return care == Cutout.Care.FINE
                ? scene.done(after, "cut people out as finely as possible; the export takes longer", "使用精细抠像，导出时间会更长")
                : scene.done(after, "cut people out fast; the edges are coarser", "使用快速抠像，边缘较粗");
    }
}
