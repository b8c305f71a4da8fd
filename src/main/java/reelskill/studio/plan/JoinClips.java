package reelskill.studio.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Plays these media one after the other; those that are not there yet come behind what is.
 *
 * <pre>
 *   |  A  |   +   B   →   |  A  |  B  |
 * </pre>
 *
 * @param media in the order wanted
 * @param all whether they are all there are: then what is on the timeline keeps its order, and the missing ones follow
 */
public record JoinClips(List<LibraryItem> media, boolean all) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Set<String> there = timeline.clips().stream().map(MediaSegment::mediaId).collect(Collectors.toSet());
        List<LibraryItem> missing =
                media.stream().filter(item -> !there.contains(item.id())).toList();
        Timeline filled = timeline;
        for (LibraryItem item : missing) filled = Timelines.append(filled, item);
        if (media.size() < 2) {
            return scene.unchanged("There is only one clip; upload another one to join.", "只有一个片段，请再上传一个才能合并。");
        }
        List<ClipRef> named =
                media.stream().map(item -> ClipRef.named(item.name())).toList();
        return all ? joinAll(scene, filled) : new GatherClips(named).apply(scene.at(filled));
    }

    private static EditResult joinAll(Scene scene, Timeline filled) {
        boolean already = filled.clips().size() == scene.timeline().clips().size();
        if (already) {
            // What was uploaded together stands so at once: whoever asks for it has it.
            return scene.done(
                    filled,
                    "%s play one after the other: %s in all",
                    "%s已依次连接，总长%s",
                    names(scene, filled),
                    Figures.length(scene, filled.duration()));
        }
        return scene.done(
                filled,
                "Joined %s: %s in all",
                "已合并%s，总长%s",
                names(scene, filled),
                Figures.length(scene, filled.duration()));
    }

    private static String names(Scene scene, Timeline timeline) {
        List<String> names =
                Clips.of(timeline).stream().map(Clips::name).distinct().toList();
        return String.join(scene.say(" + ", "＋"), names);
    }
}
