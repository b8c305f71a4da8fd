package reelskill.studio.plan;

import java.util.OptionalDouble;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Steady;

/** Takes the shake out of the picture, or leaves it as filmed: {@code most} is empty then. */
public record SteadyPicture(OptionalDouble most, Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        String already = most.isPresent()
                ? scene.say("The picture is steadied like that already.", "画面已经防抖处理。")
                : scene.say("The picture is as shaky as it was filmed.", "画面没有做防抖处理。");
        String done = most.isPresent()
                ? scene.say(
                        "Picture steadied%%s; up to %s of each side is cut off for it",
                        "已对画面做防抖处理%%s；为此四边最多裁掉%s", Figures.percent(most.getAsDouble()))
                : scene.say("Picture%%s as shaky as filmed again", "已取消防抖%%s");
        return new ClipChange(target, this::changed).in(scene, new ClipChange.Words(done, already));
    }

    private MediaSegment changed(MediaSegment clip) {
        return most.isPresent() ? clip.with(new Steady(most.getAsDouble())) : clip.without(Steady.class);
    }
}
