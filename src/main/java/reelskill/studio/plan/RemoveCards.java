package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Takes all cards away, and what is written on them.
 *
 * <pre>
 *         |words|
 *   |  A  |▪▪▪▪▪|  B  |   →   |  A  |  B  |
 * </pre>
 */
public record RemoveCards() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<FrameRange> cards = timeline.clips().stream()
                .filter(MediaSegment::isCard)
                .map(card -> new FrameRange(card.start(), card.end()))
                .toList();
        if (cards.isEmpty()) return scene.unchanged("There is no card on the timeline.", "时间线上没有这样的画面。");
        return scene.done(
                timeline.remove(cards),
                cards.size() == 1 ? "Card removed" : "%d cards removed",
                "已移除%d个插入的画面",
                cards.size());
    }
}
