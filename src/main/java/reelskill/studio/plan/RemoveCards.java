package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reelskill.studio.plan.AddCard.Place;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Takes cards away, and what is written on them.
 *
 * <pre>
 *         |words|
 *   |  A  |▪▪▪▪▪|  B  |   →   |  A  |  B  |
 * </pre>
 *
 * @param text what is written on those that are meant, nothing for bare ones; empty for whatever is written on them
 * @param place where they stand; empty for anywhere
 */
public record RemoveCards(Optional<String> text, Optional<Place> place) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (timeline.clips().stream().noneMatch(MediaSegment::card))
            return scene.unchanged("There is no card on the timeline.", "时间线上没有这样的画面。");
        List<MediaSegment> cards = timeline.clips().stream()
                .filter(MediaSegment::card)
                .filter(card -> text.isEmpty() || text.get().equalsIgnoreCase(words(timeline, card)))
                .filter(card -> place.isEmpty() || stands(timeline, card, place.get()))
                .toList();
        if (cards.isEmpty()) return scene.unchanged("There is no such card on the timeline.", "时间线上没有符合的画面。");
        return scene.done(
                timeline.remove(cards.stream()
                        .map(card -> new FrameRange(card.start(), card.end()))
                        .toList()),
                cards.size() == 1 ? "Card removed" : "%d cards removed",
                "已移除%d个插入的画面",
                cards.size());
    }

    private static String words(Timeline timeline, MediaSegment card) {
        return timeline.texts().stream()
                .filter(card::carries)
                .map(TextSegment::text)
                .collect(Collectors.joining("\n"));
    }

    private static boolean stands(Timeline timeline, MediaSegment card, Place place) {
        if (place instanceof Place.At it) {
            long frame = it.moment().frame(timeline);
            return it.moment().equals(Moment.END) ? card.end() == frame : card.start() <= frame && frame < card.end();
        }
        if (!(place instanceof Place.Beside it)) return card.start() > 0 && card.end() < timeline.duration();
        return Clips.find(timeline, it.clip()).stream()
                .map(Clips::range)
                .anyMatch(clip -> it.after() ? card.start() == clip.out() : card.end() == clip.in());
    }
}
