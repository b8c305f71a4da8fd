package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Adds a text or music to the time of one clip, or changes how loud the music is there, wherever the edits before it have
 * put that clip.
 *
 * <pre>
 *                                | Hello |
 *   |  A  |   B   |   →   |  A  |   B   |
 * </pre>
 *
 * @param added its own times count from the beginning of the clip, or back from its end; music with a span goes on from the
 *     clip to the end of the video, and music that is moved begins with the clip, or ends with it, where it is told only one
 *     of the two
 */
public record DuringClip(ClipRef clip, EditOperation added) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        List<Clips> found = Clips.find(scene.timeline(), clip);
        if (found.size() != 1) return EditResult.unchanged(scene.timeline(), Clips.missing(scene, clip));
        FrameRange range = found.get(0).range();
        if (added instanceof AddText text) return add(scene, text, found.get(0));
        if (added instanceof AddMusic music) return add(scene, music, range);
        Duration in = scene.timeline().rate().time(range.in());
        Duration out = scene.timeline().rate().time(range.out());
        return placed(in, out).orElse(added).apply(scene);
    }

    /** The words go with the clip at the latest. */
    private static EditResult add(Scene scene, AddText text, Clips there) {
        Timeline timeline = scene.timeline();
        FrameRange range = there.range();
        long start = range.in() + Math.max(0, text.at().frame(timeline, range.duration()));
        if (start >= range.out()) {
            return scene.unchanged(
                    "\"%s\" was not added: %s is over by then.", "没有添加“%s”：到那时%s已经结束。", text.text(), there.told(scene));
        }
        Duration left = timeline.rate().time(range.out() - start);
        Duration length = text.length().compareTo(left) > 0 ? left : text.length();
        Moment at = Moment.at(timeline.rate().time(start));
        return new AddText(text.text(), at, length, text.style()).apply(scene);
    }

    private static EditResult add(Scene scene, AddMusic music, FrameRange clip) {
        Timeline timeline = scene.timeline();
        long end = music.spans().isEmpty() ? clip.out() : timeline.duration();
        Span there = new Span(
                Moment.at(timeline.rate().time(clip.in())),
                Moment.at(timeline.rate().time(end)));
        return new AddMusic(music.source(), music.level(), List.of(there), music.ducked()).apply(scene);
    }

    private Optional<EditOperation> placed(Duration in, Duration out) {
        if (added instanceof PlaceMusic place) {
            boolean both = place.from().isEmpty() && place.to().isEmpty();
            return Optional.of(new PlaceMusic(
                    both ? Optional.of(Moment.at(in)) : place.from().map(start -> Moment.at(in)),
                    both ? Optional.of(Moment.at(out)) : place.to().map(end -> Moment.at(out))));
        }
        if (added instanceof SetVolume volume)
            return Optional.of(new SetVolume(
                    volume.amount(),
                    volume.factor(),
                    volume.whose(),
                    Optional.empty(),
                    List.of(new Span(Moment.at(in), Moment.at(out)))));
        return Optional.empty();
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return added.sized(factor).map(other -> new DuringClip(clip, other));
    }

    @Override
    public Optional<EditOperation> removal() {
        return added.removal();
    }

    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return added.lasting(length).map(other -> new DuringClip(clip, other));
    }

    @Override
    public Optional<EditOperation> coloured(int rgb) {
        return added.coloured(rgb).map(other -> new DuringClip(clip, other));
    }
}
