package reelskill.studio.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Fitting.How;
import reelskill.studio.timeline.Fitting.Spot;
import reelskill.studio.timeline.MediaSegment;

/**
 * Says how pictures of another shape come onto the canvas; {@code how} is empty for whole before a blurred copy. Whoever is
 * to be followed is looked for now, and the way is kept with the clip.
 *
 * <pre>
 *   +----------+       +---+
 *   |  o       |   →   | o |
 *   +----------+       +---+
 * </pre>
 */
public record FitPicture(Optional<How> how, Target target) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        String already = already(scene);
        if (how.isEmpty() || how.get() != How.FOLLOW) {
            String done = how.isEmpty()
                    ? scene.say(
                            "Pictures of another shape%%s are shown whole, before a blurred copy",
                            "形状不同的画面%%s完整显示，四周模糊填充")
                    : how.get() == How.BARS
                            ? scene.say(
                                    "Pictures of another shape%%s are shown whole, before black",
                                    "形状不同的画面%%s完整显示，四周为黑色")
                            : scene.say(
                                    "Pictures of another shape%%s fill the frame; what does not fit is cut off",
                                    "形状不同的画面%%s填满画幅，超出部分被裁掉");
            return new ClipChange(target, this::changed).in(scene, done, already);
        }
        return follow(scene, already);
    }

    private String already(Scene scene) {
        if (how.isEmpty())
            return scene.say("What the picture leaves free is a blurred copy of it already.", "画面以外的部分已经是模糊填充。");
        return switch (how.get()) {
            case BARS -> scene.say("What the picture leaves free is black already.", "画面以外的部分已经是黑色。");
            case FILL -> scene.say("The picture fills the frame already.", "画面已经填满画幅。");
            case FOLLOW -> scene.say("The frame follows the subject already.", "画面已经在跟随主体。");
        };
    }

    private MediaSegment changed(MediaSegment clip) {
        return how.isEmpty() ? clip.without(Fitting.class) : clip.with(Fitting.of(how.get()));
    }

    private EditResult follow(Scene scene, String already) {
        Map<String, List<Spot>> paths = new HashMap<>();
        for (MediaSegment clip : target.in(scene).clips()) {
            paths.computeIfAbsent(clip.mediaId(), scene.footage()::subject);
        }
        boolean nothing = paths.values().stream().allMatch(List::isEmpty);
        if (nothing && !paths.isEmpty()) {
            return scene.unchanged(
                    "I found nothing to follow in the picture: nobody is seen and nothing moves apart from the rest. "
                            + "\"Fill the frame\" cuts around the middle.",
                    "画面中没有可跟随的主体：没有人物，也没有突出的运动。可以说“填满画面”，以中间为准裁剪。");
        }
        String done =
                scene.say("The frame follows the subject%%s; at cuts it is there at once", "画面跟随主体%%s；遇到镜头切换时直接跳转");
        return new ClipChange(target, clip -> following(clip, paths)).in(scene, done, already);
    }

    /** A clip in which nobody is found is cut around its middle. */
    private static MediaSegment following(MediaSegment clip, Map<String, List<Spot>> paths) {
        List<Spot> path = paths.getOrDefault(clip.mediaId(), List.of());
        return clip.with(path.isEmpty() ? Fitting.of(How.FILL) : new Fitting(How.FOLLOW, path));
    }
}
