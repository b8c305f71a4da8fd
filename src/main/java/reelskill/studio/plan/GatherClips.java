package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Plays some clips right behind each other, where the first of them stands; the others keep their order.
 *
 * <pre>
 *   |  A  |  B  |  C  |   →   |  A  |  C  |  B  |
 * </pre>
 *
 * @param clips in the order wanted
 */
public record GatherClips(List<ClipRef> clips) implements EditOperation {
    public GatherClips {
        clips = List.copyOf(clips);
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<MediaSegment> wanted = new ArrayList<>();
        for (ClipRef ref : clips) {
            List<Clips> found = Clips.find(timeline, ref);
            if (found.isEmpty()) return EditResult.unchanged(timeline, Clips.missing(scene, ref));
            found.forEach(clip -> wanted.addAll(clip.pieces()));
        }
        Timeline after = timeline.arrange(Orders.withCards(timeline, gathered(timeline, wanted)));
        String names = scene.language()
                .list(wanted.stream().map(MediaSegment::name).distinct().toList());
        EditResult result = scene.done(
                after,
                "%s play one right after the other; the video lasts %s",
                "%s现在前后相连，视频长%s",
                names,
                Figures.length(scene, after.duration()));
        return isParted(after, wanted)
                ? result.but(scene.say("A card is still between them.", "它们之间还有一个插入的画面。"))
                : result;
    }

    private static List<MediaSegment> gathered(Timeline timeline, List<MediaSegment> wanted) {
        List<MediaSegment> order = new ArrayList<>();
        for (MediaSegment clip : timeline.clips()) {
            if (clip.card()) continue;
            if (!wanted.contains(clip)) order.add(clip);
            else if (!order.contains(wanted.get(0))) order.addAll(wanted);
        }
        return order;
    }

    private static boolean isParted(Timeline after, List<MediaSegment> wanted) {
        List<String> ids = after.clips().stream().map(MediaSegment::id).toList();
        int from = ids.indexOf(wanted.get(0).id());
        int to = ids.indexOf(wanted.get(wanted.size() - 1).id());
        return after.clips().subList(from, to).stream().anyMatch(MediaSegment::card);
    }
}
