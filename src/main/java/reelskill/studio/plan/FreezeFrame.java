package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Holds the picture at a moment for some time, in silence; then the video goes on.
 *
 * <pre>
 *   |     A     |   →   |  A  |::::|  A  |
 *         ^
 * </pre>
 *
 * @param within the clip in whose own time the moment is meant; empty for the whole timeline
 */
public record FreezeFrame(Moment at, Duration length, Optional<ClipRef> within) implements EditOperation {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Override
    public EditResult apply(Scene scene) {
        return Clips.within(scene, within, place -> frozen(scene, place));
    }

    private EditResult frozen(Scene scene, FrameRange place) {
        Timeline timeline = scene.timeline();
        long wanted = place.in() + at.frame(timeline, place.duration());
        if (wanted < place.in() || wanted > place.out()) {
            return scene.unchanged(
                    "There is no picture at %s to freeze: the video lasts %s.",
                    "%s处没有可以定格的画面：视频总长%s。",
                    Figures.moment(scene, Math.max(0, at.frame(timeline, place.duration()))),
                    Figures.moment(scene, place.duration()));
        }
        long frames = scene.frames(length);
        if (frames < 1 || length.compareTo(LONGEST) > 0) {
            return scene.unchanged(
                    "A picture can stand still for up to 10 minutes; nothing was changed.", "定格最长10分钟，没有做改动。");
        }
        // The end is no frame; what is seen there is the last one.
        long frame = Math.min(wanted, place.out() - 1);
        Timeline after = wanted == timeline.duration() ? atEnd(timeline, frames) : timeline.frozen(frame, frames);
        if (after.equals(timeline)) return scene.unchanged("There is no clip at that moment.", "该时刻没有片段。");
        return scene.done(
                after,
                "Froze the picture at %s for %s; the video now lasts %s",
                "画面在%s定格%s，视频现在长%s",
                Figures.moment(scene, frame),
                Figures.length(scene, frames),
                Figures.moment(scene, after.duration()));
    }

    /** Nothing comes behind what stands still at the end, and it fades out as the last clip did. */
    private static Timeline atEnd(Timeline timeline, long frames) {
        long last = timeline.duration() - 1;
        List<MediaSegment> before = timeline.clips();
        Timeline frozen = timeline.frozen(last, frames + 1);
        if (frozen.equals(timeline)) return timeline;
        Timeline after = frozen.remove(List.of(new FrameRange(last + frames + 1, last + frames + 2)));
        MediaSegment still = after.clips().get(after.clips().size() - 1);
        long fade = before.get(before.size() - 1).fadeOut();
        return after.withMedia(Set.of(still.id()), clip -> clip.withFades(clip.fadeIn(), fade));
    }

    /** "mute clip 2 and freeze it at 0:05": in the own time of that clip. */
    @Override
    public Optional<EditOperation> on(Target other) {
        boolean one =
                within.isEmpty() && other.clips().size() == 1 && other.spans().isEmpty();
        return one
                ? Optional.of(
                        new FreezeFrame(at, length, Optional.of(other.clips().get(0))))
                : Optional.empty();
    }

    @Override
    public Optional<EditOperation> lasting(Duration other) {
        return Optional.of(new FreezeFrame(at, other, within));
    }
}
