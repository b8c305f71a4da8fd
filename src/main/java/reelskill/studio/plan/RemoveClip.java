package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Takes a clip off the timeline; its file stays in the library.
 *
 * <pre>
 *   |  A  |  B  |  C  |   →   |  A  |  C  |
 * </pre>
 */
public record RemoveClip(ClipRef clip) implements EditOperation {
    @Override
    public Optional<EditOperation> on(Target other) {
        boolean one = other.clips().size() == 1 && other.spans().isEmpty();
        return one ? Optional.of(new RemoveClip(other.clips().get(0))) : Optional.empty();
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Clips> found = Clips.find(timeline, clip);
        if (found.isEmpty()) return EditResult.unchanged(timeline, Clips.missing(scene, clip));
        List<FrameRange> ranges = found.stream().map(Clips::range).toList();
        if (FrameRange.sum(ranges) >= timeline.duration()) {
            return scene.unchanged("That is all there is on the timeline, so it was not removed.", "时间线上只有它，所以没有删除。");
        }
        List<String> names = found.stream().map(clip -> clip.told(scene)).toList();
        return scene.done(
                timeline.remove(ranges), "Removed %s", "已删除%s", scene.language().list(names));
    }
}
