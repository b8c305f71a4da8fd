package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Placement.Panel;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/**
 * Gives the whole screen back to the first clip of a split screen; the second leaves the timeline.
 *
 * <pre>
 *   | B |
 *   | A | C |   →   | A | C |
 * </pre>
 */
public record RemoveSplitScreen() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Timeline whole = timeline.insets().changed(inset -> isPanel(inset) ? Optional.empty() : Optional.of(inset));
        Timeline after = whole.withClips(
                TrackKind.VIDEO,
                whole.clips().stream()
                        .map(clip -> isPanel(clip) ? clip.without(Placement.class) : clip)
                        .toList());
        if (after.equals(timeline)) return scene.unchanged("There is no split screen.", "现在没有分屏。");
        return scene.done(
                after,
                "Split screen removed: the first clip fills the picture again; the second is off the timeline",
                "已取消分屏：第一个片段恢复全屏，第二个已移出时间线");
    }

    private static boolean isPanel(MediaSegment media) {
        return media.effects()
                        .get(Placement.class)
                        .filter(Panel.class::isInstance)
                        .isPresent()
                && !CutAway.isCutAway(media);
    }
}
