package reelskill.studio.plan;

import java.util.OptionalDouble;
import reelskill.studio.timeline.Bars;
import reelskill.studio.timeline.MediaSegment;

/** Lays black bars over the picture, or takes them away. {@code ratio} is the shape that stays; empty for no bars. */
public record SetBars(OptionalDouble ratio, Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        String already = ratio.isPresent()
                ? scene.say("The bars are like that already.", "黑边已经是这样。")
                : scene.say("There are no bars.", "没有黑边。");
        String done = ratio.isPresent()
                ? scene.say(
                        "Black bars%%s, the picture between them is %.2f:1", "已加黑边%%s，画面比例%.2f:1", ratio.getAsDouble())
                : scene.say("Bars removed%%s", "已去掉黑边%%s");
        return new ClipChange(target, this::changed).in(scene, new ClipChange.Words(done, already));
    }

    private MediaSegment changed(MediaSegment clip) {
        return ratio.isPresent() ? clip.with(new Bars(ratio.getAsDouble())) : clip.without(Bars.class);
    }
}
