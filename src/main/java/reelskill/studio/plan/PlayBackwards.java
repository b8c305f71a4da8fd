package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Timeline;

/**
 * Plays clips backwards, sound and all; those that play backwards play forwards again.
 *
 * <pre>
 *   |  1 2 3 4  |   →   |  4 3 2 1  |
 * </pre>
 */
public record PlayBackwards(Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return target.edit(scene, found -> turned(scene, found));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        return Optional.of(new PlayBackwards(other));
    }

    private static EditResult turned(Scene scene, Target.Found found) {
        Timeline after = found.timeline().reversed(found.ids(), clip -> scene.mediaFrames(clip.mediaId()));
        boolean backwards = after.clips().stream()
                .filter(found::holds)
                .map(MediaSegment::pace)
                .anyMatch(Pace.Backwards.class::isInstance);
        if (after.equals(found.timeline())) {
            return scene.unchanged("A still picture is the same backwards; nothing was changed.", "静止的图片倒放没有变化，没有做改动。");
        }
        String what = found.told().isEmpty() ? scene.say("the video", "视频") : found.told();
        return backwards
                ? scene.done(after, "Plays backwards: %s, picture and sound", "倒放：%s（画面和声音）", what)
                : scene.done(after, "Plays forwards again: %s", "恢复正放：%s", what);
    }
}
