package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Moves a clip to another place in the order.
 *
 * <pre>
 *   |  A  |  B  |  C  |   →   |  C  |  A  |  B  |
 * </pre>
 *
 * @param other the clip beside which it goes; empty for the front or the end of all
 */
public record MoveClip(ClipRef clip, Place place, Optional<ClipRef> other) implements EditOperation {
    /** Where to: before the other clip or all, or after. */
    public enum Place {
        BEFORE,
        AFTER
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Clips> moved = Clips.find(timeline, clip);
        if (moved.size() != 1) return EditResult.unchanged(timeline, Clips.missing(scene, clip));
        List<MediaSegment> order = new ArrayList<>(timeline.clips());
        order.removeIf(moved.get(0)::holds);
        int index = place == Place.BEFORE ? 0 : order.size();
        if (other.isPresent()) {
            List<Clips> beside = Clips.find(timeline, other.get());
            boolean itself =
                    beside.size() == 1 && beside.get(0).number() == moved.get(0).number();
            if (beside.size() != 1 || itself) return EditResult.unchanged(timeline, Clips.missing(scene, other.get()));
            List<MediaSegment> pieces = beside.get(0).pieces();
            index = place == Place.BEFORE
                    ? order.indexOf(pieces.get(0))
                    : order.indexOf(pieces.get(pieces.size() - 1)) + 1;
        }
        order.addAll(index, moved.get(0).pieces());
        return Orders.changed(scene, order);
    }
}
