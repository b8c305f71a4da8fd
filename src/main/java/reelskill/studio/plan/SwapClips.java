package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Lets two clips change places.
 *
 * <pre>
 *   |  A  |  B  |  C  |   →   |  C  |  B  |  A  |
 * </pre>
 */
public record SwapClips(ClipRef first, ClipRef second) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        for (ClipRef ref : List.of(first, second)) {
            if (Clips.find(timeline, ref).size() != 1) return EditResult.unchanged(timeline, Clips.missing(scene, ref));
        }
        List<Clips> clips = new ArrayList<>(Clips.of(timeline));
        Collections.swap(clips, index(timeline, first), index(timeline, second));
        List<MediaSegment> order =
                clips.stream().flatMap(clip -> clip.pieces().stream()).toList();
        return Orders.changed(scene, order);
    }

    private static int index(Timeline timeline, ClipRef ref) {
        return Clips.find(timeline, ref).get(0).number() - 1;
    }
}
