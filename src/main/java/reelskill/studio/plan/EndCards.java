package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle.Position;
import reelskill.studio.timeline.Timeline;

/** Finds the end card of a timeline. */
final class EndCards {
    private EndCards() {}

    static Optional<TextSegment> find(Timeline timeline) {
        return timeline.texts().stream()
                .filter(text -> text.style().position() == Position.CARD)
                .findFirst();
    }
}
