package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * Plays everything faster until it lasts no longer than {@code most}; nothing is left out.
 *
 * <pre>
 *   |  A  |   B   |   →   | A |  B |
 * </pre>
 */
public record SpeedTo(Duration most) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        double now = scene.timeline().rate().seconds(scene.timeline().duration());
        double factor = Math.ceil(now / (most.toMillis() / 1000.0) * 1000) / 1000;
        if (factor <= 1) {
            return scene.already(
                    "The video is not longer than %s already; its speed was not changed.",
                    "视频已经不超过%s，没有改变速度。", Figures.length(scene.language(), most));
        }
        return new SetSpeed(factor, true, Target.ALL).apply(scene);
    }

    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return Optional.of(new SpeedTo(length));
    }
}
