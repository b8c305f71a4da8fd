package reelskill.studio.plan;

import java.util.List;
import java.util.stream.Collectors;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Removes what is said somewhere, or removes all else.
 *
 * <pre>
 *   | one. two. three. |   →   | one. three. |
 *          ^^^^
 * </pre>
 *
 * @param keeps whether the part is what stays
 */
public record CutSaid(SaidPart part, boolean keeps) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Speech speech = Speech.of(scene);
        if (speech.words().isEmpty())
            return EditResult.unchanged(
                    scene.timeline(), speech.shortcoming(scene).orElseThrow());
        SaidRanges ranges = SaidRanges.of(scene, speech, part);
        if (ranges.problem().isPresent())
            return EditResult.unchanged(scene.timeline(), ranges.problem().get());
        Timeline timeline = scene.timeline();
        List<FrameRange> removed = keeps ? FrameRange.others(ranges.found(), timeline.duration()) : ranges.found();
        long sum = FrameRange.sum(removed);
        if (sum == 0) return scene.unchanged("That is all there is; nothing was removed.", "内容只有这些，没有删除。");
        if (sum >= timeline.duration())
            return scene.unchanged(
                    "That would remove the whole video, so nothing was removed.", "这样会删掉整个视频，所以没有删除任何内容。");
        String where = ranges.found().stream()
                .map(range -> Figures.range(scene, range.in(), range.out()))
                .collect(Collectors.joining(scene.say(", ", "、")));
        return keeps
                ? scene.done(
                        timeline.remove(removed),
                        "Kept %s (%s); removed the other %s",
                        "已保留%s（%s），删除了其余%s",
                        told(scene),
                        where,
                        Figures.length(scene, sum))
                : scene.done(
                        timeline.remove(removed),
                        "Removed %s (%s); %s remain",
                        "已删除%s（%s），剩余%s",
                        told(scene),
                        where,
                        Figures.length(scene, timeline.duration() - sum));
    }

    private String told(Scene scene) {
        if (part instanceof SaidPart.Containing it) return scene.say("where \"%s\" is said", "说“%s”的部分", it.words());
        if (part instanceof SaidPart.Before it) return scene.say("what is before \"%s\"", "“%s”之前的内容", it.words());
        if (part instanceof SaidPart.After it) return scene.say("what is after \"%s\"", "“%s”之后的内容", it.words());
        SaidPart.Sentences it = (SaidPart.Sentences) part;
        if (it.first() == it.last()) return sentence(scene, it.first());
        if (it.last() == -1) return scene.say("%s to the end", "%s到最后", sentence(scene, it.first()));
        return scene.say("sentences %d to %d", "第%d到%d句", it.first(), it.last());
    }

    private static String sentence(Scene scene, int number) {
        if (number > 0) return scene.say("sentence %d", "第%d句", number);
        return number == -1
                ? scene.say("the last sentence", "最后一句")
                : scene.say("sentence %d from the end", "倒数第%d句", -number);
    }
}
