package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.Joints;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Transition;

/**
 * Puts one kind of transition at the cuts.
 *
 * <pre>
 *   |   A   |   B   |   →   |  A  ><  B  |
 * </pre>
 *
 * @param between the two neighbours meant; empty for every cut
 */
public record AddTransitions(Transition.Kind kind, Duration length, List<ClipRef> between) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (timeline.clips().size() < 2) {
            return scene.unchanged(
                    "There is only one clip, so there is no cut for a transition.", "只有一个片段，没有可以加转场的剪辑点。");
        }
        int left = -1;
        if (!between.isEmpty()) {
            for (ClipRef ref : between) {
                if (Clips.find(timeline, ref).size() != 1)
                    return EditResult.unchanged(timeline, Clips.missing(scene, ref));
            }
            Clips first = Clips.find(timeline, between.get(0)).get(0);
            Clips second = Clips.find(timeline, between.get(1)).get(0);
            Clips earlier = first.number() < second.number() ? first : second;
            if (Math.abs(first.number() - second.number()) != 1) {
                return scene.unchanged(
                        "These two clips are not neighbours, so there is no cut between them.", "这两个片段不相邻，它们之间没有剪辑点。");
            }
            left = timeline.clips()
                    .indexOf(earlier.pieces().get(earlier.pieces().size() - 1));
        }
        int only = left;
        long frames = Math.max(Transition.SHORTEST, scene.frames(length));
        Joints joints = Joints.between(
                timeline, new Transition(kind, frames), cut -> only < 0 || cut == only, scene::mediaFrames);
        return told(scene, joints);
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveTransitions());
    }

    @Override
    public Optional<EditOperation> lasting(Duration other) {
        return Optional.of(new AddTransitions(kind, other, between));
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        return lasting(Duration.ofMillis(Math.round(length.toMillis() * factor)));
    }

    private EditResult told(Scene scene, Joints joints) {
        EditResult result = joints.added() == 0
                ? EditResult.unchanged(scene.timeline(), scene.say("No transition was added.", "没有添加转场。"))
                : scene.done(
                        joints.after(),
                        joints.added() == 1 ? "Added 1 %2$s of %3$s%4$s" : "Added %1$d %2$ss of %3$s%4$s",
                        "添加了%1$d个%3$s的%2$s转场%4$s",
                        joints.added(),
                        TransitionNames.of(kind, scene.language()),
                        took(scene, joints),
                        trimmed(scene, joints));
        if (joints.shortened() > 0) {
            result = result.but(shortened(scene, joints));
        }
        if (joints.skipped() > 0) {
            result = result.but(scene.say(
                    "%d cuts stayed plain: the clip is too short, or one take runs on there and nothing would be seen.",
                    "%d处剪辑点没有加转场：片段太短，或画面本来就是连续的。", joints.skipped()));
        }
        return result;
    }

    /** Returns how long they are in truth: as asked, or as long as the clips left room for. */
    private String took(Scene scene, Joints joints) {
        if (joints.shortened() == 0) return Figures.length(scene.language(), length);
        String longest = Figures.length(scene, joints.longest());
        String shortest = Figures.length(scene, joints.shortest());
        return shortest.equals(longest) ? longest : scene.say("%s to %s", "%s至%s", shortest, longest);
    }

    private String shortened(Scene scene, Joints joints) {
        String asked = Figures.length(scene.language(), length);
        if (joints.added() == 1)
            return scene.say(
                    "It is shorter than %s: a transition takes at most a third of a clip.",
                    "未达到%s：转场最多占片段的三分之一。", asked);
        return scene.say(
                joints.shortened() == 1
                        ? "%d of them is shorter than %s: a transition takes at most a third of a clip."
                        : "%d of them are shorter than %s: a transition takes at most a third of a clip.",
                "其中%d个未达到%s：转场最多占片段的三分之一。",
                joints.shortened(),
                asked);
    }

    private static String trimmed(Scene scene, Joints joints) {
        return joints.trimmed() == 0
                ? ""
                : scene.say(
                        "; the video is %s shorter, because the clips overlap there",
                        "；由于片段在此重叠，视频缩短了%s", Figures.length(scene, joints.trimmed()));
    }
}
