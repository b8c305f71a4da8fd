package reelskill.studio.plan;

import java.util.OptionalDouble;
import reelskill.studio.timeline.Steady;

/**
 * Takes the shake out of the picture, or leaves it as filmed: {@code most} is empty then.
 *
 * <pre>
 *   |  A, by hand  |   →   |  A, as on a tripod  |
 * </pre>
 */
public record SteadyPicture(OptionalDouble most, Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return most.isPresent() ? steadied(scene, most.getAsDouble()) : asFilmed(scene);
    }

    private EditResult steadied(Scene scene, double cut) {
        return new ClipChange(target, clip -> clip.with(new Steady(cut)))
                .in(
                        scene,
                        scene.say(
                                "Picture steadied%%s; up to %s of each side is cut off for it",
                                "已对画面做防抖处理%%s；为此四边最多裁掉%s", Figures.percent(cut)),
                        scene.say("The picture is steadied like that already.", "画面已经防抖处理。"));
    }

    private EditResult asFilmed(Scene scene) {
        return new ClipChange(target, clip -> clip.without(Steady.class))
                .in(
                        scene,
                        scene.say("Picture%%s as shaky as filmed again", "已取消防抖%%s"),
                        scene.say("The picture is as shaky as it was filmed.", "画面没有做防抖处理。"));
    }
}
