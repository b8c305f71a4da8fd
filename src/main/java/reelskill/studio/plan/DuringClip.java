package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;

/**
 * Adds a text or music to the time of one clip, or changes how loud the music is there, wherever the edits before it have
 * put that clip.
 *
 * <pre>
 *                                | Hello |
 *   |  A  |   B   |   →   |  A  |   B   |
 * </pre>
 *
 * @param added its own times count from the beginning of the clip, or back from its end
 */
public record DuringClip(ClipRef clip, EditOperation added) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        List<Clips> found = Clips.find(scene.timeline(), clip);
        if (found.size() != 1) return EditResult.unchanged(scene.timeline(), Clips.missing(scene, clip));
        FrameRange range = found.get(0).range();
        Duration in = scene.timeline().rate().time(range.in());
        Duration out = scene.timeline().rate().time(range.out());
        return placed(in, out).orElse(added).apply(scene);
    }

    private Optional<EditOperation> placed(Duration in, Duration out) {
        if (added instanceof AddMusic music)
            return Optional.of(new AddMusic(
                    music.source(), music.level(), List.of(new Span(Moment.at(in), Moment.at(out))), music.ducked()));
        if (added instanceof SetVolume volume)
            return Optional.of(new SetVolume(
                    volume.amount(),
                    volume.factor(),
                    volume.whose(),
                    Optional.empty(),
                    List.of(new Span(Moment.at(in), Moment.at(out)))));
        if (!(added instanceof AddText text)) return Optional.empty();
        Duration base = text.at().share() == 1 ? out : in;
        Duration at = base.plus(text.at().offset());
        Duration start = at.compareTo(in) < 0 ? in : at;
        Duration left = out.minus(start);
        Duration length = text.length().compareTo(left) > 0 ? left : text.length();
        return Optional.of(new AddText(text.text(), Moment.at(start), length, text.style()));
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return added.sized(factor).map(other -> new DuringClip(clip, other));
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
