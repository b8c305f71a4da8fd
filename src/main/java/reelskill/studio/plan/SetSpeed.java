package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Makes clips play faster or slower; the pitch of their sound stays.
 *
 * <pre>
 *   |  1 2 3 4  |   →   | 1234 |
 * </pre>
 *
 * @param amount times the speed as filmed, or times the speed that a clip has
 */
public record SetSpeed(double amount, boolean factor, Target target) implements EditOperation {
    static final double SLOWEST = 0.1;
    static final double FASTEST = 20;

    @Override
    public EditResult apply(Scene scene) {
        return target.edit(scene, found -> paced(scene, found));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        return Optional.of(new SetSpeed(amount, factor, other));
    }

    @Override
    public Optional<EditOperation> scaled(double more) {
        double speed = Math.max(SLOWEST, Math.min(FASTEST, Math.round(Math.pow(amount, more) * 100) / 100.0));
        return Optional.of(new SetSpeed(speed, factor, target));
    }

    private EditResult paced(Scene scene, Target.Found found) {
        List<MediaSegment> moving =
                found.clips().stream().filter(clip -> clip.pace().factor() > 0).toList();
        if (moving.isEmpty()) {
            return scene.unchanged("A frozen picture has no speed; nothing was changed.", "定格画面没有速度，没有做改动。");
        }
        if (!moving.stream().allMatch(clip -> isPossible(wanted(clip)))) {
            return scene.unchanged(
                    "I can play from 0.1× to 20× the speed, and that would be %s×; nothing was changed.",
                    "播放速度只能在0.1到20倍之间，这样会是%s倍，没有做改动。", Figures.factor(wanted(moving.get(0))));
        }
        Timeline after = found.timeline().paced(found.ids(), pace -> pace.withFactor(wanted(pace.factor())));
        if (moving.stream().allMatch(clip -> wanted(clip) == clip.pace().factor())) {
            return scene.already("The speed%s is like that already.", "速度%s已经是这样。", found.whose(scene));
        }
        return told(scene, found, after, wanted(moving.get(0)));
    }

    private static EditResult told(Scene scene, Target.Found found, Timeline after, double speed) {
        String whole = Figures.moment(scene, after.duration());
        if (found.told().isEmpty()) {
            return scene.done(
                    after, "Speed: %s×; the video now lasts %s", "速度：%s倍，视频现在长%s", Figures.factor(speed), whole);
        }
        return scene.done(
                after,
                "Speed of %s: %s×, now %s (the whole video: %s)",
                "%s的速度：%s倍，现在长%s（整个视频%s）",
                found.told(),
                Figures.factor(speed),
                Figures.moment(scene, lasting(after, found.ids())),
                whole);
    }

    private static long lasting(Timeline timeline, Set<String> ids) {
        return timeline.clips().stream()
                .filter(clip -> ids.contains(clip.id()))
                .mapToLong(MediaSegment::duration)
                .sum();
    }

    private double wanted(MediaSegment clip) {
        return wanted(clip.pace().factor());
    }

    private double wanted(double now) {
        return Math.round((factor ? now * amount : amount) * 1000) / 1000.0;
    }

    private static boolean isPossible(double speed) {
        return speed >= SLOWEST && speed <= FASTEST;
    }
}
