package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Takes the end card away, and the still picture that was held for it.
 *
 * <pre>
 *           | words |
 *   |   A   |▪▪▪▪▪▪▪|   →   |   A   |
 * </pre>
 */
public record RemoveEndCard() implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Optional<TextSegment> card = EndCards.find(timeline);
        if (card.isEmpty()) return scene.unchanged("There is no end card.", "没有片尾卡。");
        List<FrameRange> held = timeline.clips().stream()
                .filter(clip -> clip.pace() instanceof Pace.Freeze)
                .filter(clip -> clip.start() >= card.get().start()
                        && clip.end() <= card.get().end())
                .map(RemoveEndCard::range)
                .toList();
        Timeline without =
                timeline.withEachText(text -> text.equals(card.get()) ? Optional.empty() : Optional.of(text));
        return scene.done(
                without.remove(held),
                "End card removed: \"%s\"",
                "已移除片尾卡：“%s”",
                card.get().text().replace("\n", " / "));
    }

    private static FrameRange range(MediaSegment clip) {
        return new FrameRange(clip.start(), clip.end());
    }
}
