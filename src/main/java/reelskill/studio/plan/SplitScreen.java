package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Placement.Panel;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

/**
 * Shows two clips at once, each in its half of the screen, for as long as both play.
 *
 * <pre>
 *                               | B  |
 *   |  A   | B  | C |   →   | A  | C |
 * </pre>
 *
 * The sound is that of the first.
 *
 * @param stacked whether the first stands above the second; otherwise left of it
 */
public record SplitScreen(Side first, Side second, boolean stacked) implements EditOperation {
    /**
     * One of the two.
     *
     * @param file what it is where it is not on the timeline; empty if it can only be there
     */
    public record Side(ClipRef clip, Optional<LibraryItem> file) {
        private List<MediaSegment> pieces(Timeline timeline) {
            return Clips.find(timeline, clip).stream()
                    .findFirst()
                    .map(Clips::pieces)
                    .orElse(List.of());
        }
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = withFirst(scene.timeline());
        List<MediaSegment> one = first.pieces(timeline);
        List<MediaSegment> other = other(scene, timeline);
        if (one.isEmpty()) return EditResult.unchanged(scene.timeline(), Clips.missing(scene, first.clip));
        if (other.isEmpty()) return EditResult.unchanged(scene.timeline(), Clips.missing(scene, second.clip));
        if (one.get(0).id().equals(other.get(0).id())) {
            return scene.unchanged("A split screen needs two different clips.", "分屏需要两个不同的片段。");
        }
        long both = Math.min(length(one), length(other));
        Timeline alone = timeline.remove(places(timeline, other));
        Timeline cut = shortened(alone, one, both);
        Timeline halved = halved(cut, one);
        Timeline after = over(halved, other, start(halved, one), both);
        EditResult result = scene.done(
                after,
                "Split screen: \"%s\" %s and \"%s\" %s, for %s, with the sound of the first",
                "分屏：“%s”在%s，“%s”在%s，共%s，使用第一个的声音",
                one.get(0).name(),
                stacked ? scene.say("on top", "上") : scene.say("left", "左"),
                other.get(0).name(),
                stacked ? scene.say("below", "下") : scene.say("right", "右"),
                Figures.length(scene, both));
        return length(one) == length(other) ? result : result.but(dropped(scene, one, other));
    }

    private Timeline withFirst(Timeline timeline) {
        boolean there = !first.pieces(timeline).isEmpty();
        return there
                ? timeline
                : first.file.map(file -> Timelines.append(timeline, file)).orElse(timeline);
    }

    private List<MediaSegment> other(Scene scene, Timeline timeline) {
        List<MediaSegment> there = second.pieces(timeline);
        if (!there.isEmpty() || second.file.isEmpty()) return there;
        LibraryItem file = second.file.get();
        long frames = Math.min(scene.mediaFrames(file.id()), timeline.duration());
        return List.of(MediaSegment.of("new", 0, Math.max(1, frames), file.id(), file.name(), 0));
    }

    private static List<FrameRange> places(Timeline timeline, List<MediaSegment> pieces) {
        return pieces.stream()
                .filter(timeline.clips()::contains)
                .map(piece -> new FrameRange(piece.start(), piece.end()))
                .toList();
    }

    private static long length(List<MediaSegment> pieces) {
        return pieces.stream().mapToLong(MediaSegment::duration).sum();
    }

    private static List<MediaSegment> still(Timeline timeline, List<MediaSegment> pieces) {
        Set<String> ids = ids(pieces);
        return timeline.clips().stream().filter(clip -> ids.contains(clip.id())).toList();
    }

    private static Set<String> ids(List<MediaSegment> pieces) {
        return pieces.stream().map(MediaSegment::id).collect(Collectors.toSet());
    }

    private static long start(Timeline timeline, List<MediaSegment> pieces) {
        return still(timeline, pieces).get(0).start();
    }

    private static Timeline shortened(Timeline timeline, List<MediaSegment> one, long both) {
        List<MediaSegment> pieces = still(timeline, one);
        long start = pieces.get(0).start();
        long end = pieces.get(pieces.size() - 1).end();
        return end - start <= both ? timeline : timeline.remove(List.of(new FrameRange(start + both, end)));
    }

    private Timeline halved(Timeline timeline, List<MediaSegment> one) {
        Set<String> ids = ids(one);
        return timeline.withClips(
                TrackKind.VIDEO,
                timeline.clips().stream()
                        .map(clip -> ids.contains(clip.id()) ? clip.with(new Panel(half(0))) : clip)
                        .toList());
    }

    private Box half(double from) {
        return stacked ? new Box(0, from, 1, 0.5) : new Box(from, 0, 0.5, 1);
    }

    private Timeline over(Timeline timeline, List<MediaSegment> other, long start, long both) {
        Timeline after = timeline;
        long at = start;
        for (MediaSegment piece : other) {
            long left = start + both - at;
            if (left <= 0) break;
            MediaSegment shown = piece.at(at)
                    .lasting(Math.min(piece.duration(), left))
                    .without(Backdrop.class)
                    .without(Placement.class)
                    .with(new Panel(half(0.5)))
                    .withVolume(0)
                    .withFades(0, 0)
                    .withTransition(Transition.CUT);
            after = after.insets().with(shown);
            at += shown.duration();
        }
        return after;
    }

    private String dropped(Scene scene, List<MediaSegment> one, List<MediaSegment> other) {
        List<MediaSegment> longer = length(one) > length(other) ? one : other;
        return scene.say(
                "It lasts as long as both play: the other %s of \"%s\" are left out; \"undo\" brings them back.",
                "分屏只持续到较短的一个结束：“%2$s”其余的%1$s没有保留，说“撤销”即可恢复。",
                Figures.length(scene, Math.abs(length(one) - length(other))),
                longer.get(0).name());
    }
}
