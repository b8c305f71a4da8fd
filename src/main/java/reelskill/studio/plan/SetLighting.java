package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.Lighting;
import reelskill.studio.timeline.Lighting.Match;
import reelskill.studio.timeline.Lighting.Wrap;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Says how the light of a new background and that of the people before it come together; what is empty stays.
 *
 * <pre>
 *   |  A before a room  |   →   |  A in the light of the room  |
 * </pre>
 */
public record SetLighting(Optional<Wrap> wrap, Optional<Match> match, Target where) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Target.Found people = where.in(scene).beforeBackdrop();
        if (people.ids().isEmpty())
            return scene.unchanged(
                    "Nobody stands before another background yet, so there is no light to match.", "还没有替换背景，无需调整光线。");
        Timeline after = people.changed(media -> media.with(lit(media)));
        if (after.equals(people.timeline())) return scene.already("The light is like that already.", "光线已经是这样。");
        return EditResult.done(after, String.join(scene.say(", ", "，"), told(scene)));
    }

    private Lighting lit(MediaSegment media) {
        Lighting now = media.effects().get(Lighting.class).orElse(Lighting.NORMAL);
        return new Lighting(wrap.orElse(now.wrap()), match.orElse(now.match()));
    }

    private List<String> told(Scene scene) {
        List<String> told = new ArrayList<>();
        wrap.ifPresent(how -> told.add(
                switch (how) {
                    case NONE -> scene.say("Light wrap removed", "已去掉边缘光线包裹");
                    case SOFT -> scene.say("Edges softened with the background's light", "已用背景光线柔化边缘");
                    case STRONG -> scene.say("Edges softened strongly with the background's light", "已用背景光线强烈柔化边缘");
                }));
        match.ifPresent(how -> told.add(
                switch (how) {
                    case NONE -> scene.say("The background keeps its own colours", "背景保持原来的颜色");
                    case SOME -> scene.say("The background's light is matched a little", "背景光线轻微匹配人物");
                    case FULL -> scene.say("The background's light is matched to what was filmed", "背景光线已匹配拍摄画面");
                }));
        return told;
    }
}
