package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Lets one clip come from black and silence, or go, or both. A fade of zero removes one; what is empty stays.
 *
 * <pre>
 *   |  A  |   B   |   →   |  A  |/  B  \|
 * </pre>
 */
public record FadeClip(ClipRef clip, Optional<Duration> in, Optional<Duration> out) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Clips> found = Clips.find(timeline, clip);
        if (found.size() != 1) return EditResult.unchanged(timeline, Clips.missing(scene, clip));
        List<MediaSegment> pieces = found.get(0).pieces();
        MediaSegment first = pieces.get(0);
        MediaSegment last = pieces.get(pieces.size() - 1);
        Timeline after = timeline.withEachMedia(piece -> piece.withFades(
                in.filter(time -> piece.id().equals(first.id()))
                        .map(time -> frames(scene, time, piece))
                        .orElse(piece.fadeIn()),
                out.filter(time -> piece.id().equals(last.id()))
                        .map(time -> frames(scene, time, piece))
                        .orElse(piece.fadeOut())));
        if (after.equals(timeline)) return scene.already("The fades are like that already.", "淡入淡出已经是这样。");
        List<String> told = new ArrayList<>();
        in.ifPresent(time -> told.add(scene.say("fades in over %s", "淡入%s", length(scene, time, first))));
        out.ifPresent(time -> told.add(scene.say("fades out over %s", "淡出%s", length(scene, time, last))));
        return scene.done(
                after,
                "%s %s (picture and sound)",
                "%s：%s（画面和声音）",
                found.get(0).told(scene),
                String.join(scene.say(" and ", "，"), told));
    }

    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return Optional.of(new FadeClip(clip, in.map(old -> length), out.map(old -> length)));
    }

    private static String length(Scene scene, Duration time, MediaSegment piece) {
        return Figures.length(scene, frames(scene, time, piece));
    }

    /** Both fades of a short clip fit into it. */
    private static long frames(Scene scene, Duration time, MediaSegment piece) {
        return Math.min(scene.frames(time), piece.duration() / 2);
    }
}
