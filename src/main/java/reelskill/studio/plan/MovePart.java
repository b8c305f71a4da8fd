package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.studio.timeline.MediaSegment;

/**
 * Moves a span of time to the front or to the end.
 *
 * <pre>
 *   |  A  |xxx|  B  |   →   |xxx|  A  |  B  |
 * </pre>
 *
 * @param within the clip in whose own time the span is meant; empty for the whole timeline
 */
public record MovePart(Span part, MoveClip.Place place, Optional<ClipRef> within) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Target.Found found = new Target(within.stream().toList(), List.of(part)).in(scene);
        if (found.ids().isEmpty()) return EditResult.nothing(scene.timeline()).but(found.notes());
        List<MediaSegment> others = new ArrayList<>(found.timeline().clips());
        others.removeIf(found::holds);
        boolean front = place == MoveClip.Place.BEFORE;
        List<MediaSegment> order = Stream.of(front ? found.clips() : others, front ? others : found.clips())
                .flatMap(List::stream)
                .toList();
        if (order.equals(found.timeline().clips())) {
            return scene.already("That part is there already.", "这一段已经在那里。").but(found.notes());
        }
        return scene.done(
                        found.timeline().arrange(order),
                        front ? "Moved %s to the front" : "Moved %s to the end",
                        front ? "已把%s移到最前面" : "已把%s移到最后",
                        found.told())
                .but(found.notes());
    }
}
