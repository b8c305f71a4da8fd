package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalDouble;
import reelskill.studio.timeline.Bars;

/**
 * Lays black bars over the picture, or takes them away. {@code ratio} is the shape that stays; empty for no bars.
 *
 * <pre>
 *   +---------+       +---------+
 *   |         |   →   |=========|
 *   |    o    |       |    o    |
 *   |         |       |=========|
 *   +---------+       +---------+
 * </pre>
 */
public record SetBars(OptionalDouble ratio, Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return ratio.isPresent() ? laid(scene, ratio.getAsDouble()) : taken(scene);
    }

    private EditResult laid(Scene scene, double shape) {
        return new ClipChange(target, clip -> clip.with(new Bars(shape)))
                .in(
                        scene,
                        scene.say("Black bars%%s, the picture between them is %.2f:1", "已加黑边%%s，画面比例%.2f:1", shape),
                        scene.say("The bars are like that already.", "黑边已经是这样。"));
    }

    private EditResult taken(Scene scene) {
        return new ClipChange(target, clip -> clip.without(Bars.class))
                .in(scene, scene.say("Bars removed%%s", "已去掉黑边%%s"), scene.say("There are no bars.", "没有黑边。"));
    }

    @Override
    public Optional<EditOperation> removal() {
        return ratio.isPresent() ? Optional.of(new SetBars(OptionalDouble.empty(), target)) : Optional.empty();
    }
}
