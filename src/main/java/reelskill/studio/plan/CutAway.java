package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Timeline;

/**
 * Shows another file in place of the picture for a while; what is heard goes on. A clip of that file is none any more, and
 * shows what it showed as one.
 *
 * <pre>
 *                         | B |
 *   |   A   |  B  |   →   |   A   |
 * </pre>
 *
 * @param when of the video; it ends with its media in any case
 */
public record CutAway(LibraryItem item, Span when) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Lifted file = new Lifted(item, when);
        EditResult lifted = file.from(scene);
        Timeline below = lifted.after();
        List<MediaSegment> own = file.own(scene.timeline());
        FrameRange time = time(file.time(scene, below), own);
        Optional<String> refusal = file.refusal(scene, below, time);
        if (refusal.isPresent()) return EditResult.unchanged(scene.timeline(), refusal.get());
        MediaSegment picture = picture(time, own.isEmpty() ? 0 : own.get(0).in());
        List<MediaSegment> others = below.insets().all().stream()
                .filter(other -> !isCutAway(other) || other.end() <= time.in() || other.start() >= time.out())
                .toList();
        // Logos and small videos stay above it.
        Timeline after =
                below.insets().changed(other -> Optional.empty()).insets().with(picture);
        for (MediaSegment other : others) after = after.insets().with(other);
        EditResult added = scene.done(
                after,
                "\"%s\" fills the picture (%s); the sound goes on as it is",
                "“%s”占满画面（%s），声音照旧",
                item.name(),
                Figures.range(scene, time.in(), time.out()));
        return new EditResult(below, lifted.done(), List.of()).then(added);
    }

    /** A trimmed clip shows no more than it did. */
    private FrameRange time(FrameRange wanted, List<MediaSegment> own) {
        boolean trimmed = own.size() == 1 && item.facts().kind() != MediaFacts.Kind.IMAGE;
        long most = trimmed ? own.get(0).duration() : wanted.duration();
        return new FrameRange(wanted.in(), Math.min(wanted.out(), wanted.in() + most));
    }

    private MediaSegment picture(FrameRange time, long in) {
        MediaSegment plain = MediaSegment.of("new", time.in(), time.duration(), item.id(), item.name(), in)
                .with(new Placement.Panel(Box.WHOLE));
        boolean still = item.facts().kind() == MediaFacts.Kind.IMAGE;
        return still ? plain.with(new Pace.Freeze(0)) : plain.withVolume(0);
    }

    /** Returns whether a picture over the video is one that fills it. */
    static boolean isCutAway(MediaSegment inset) {
        return inset.effects()
                .get(Placement.class)
                .filter(new Placement.Panel(Box.WHOLE)::equals)
                .isPresent();
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveCutAways(Optional.of(item.name())));
    }

    @Override
    public Optional<EditOperation> beginning(Moment moment) {
        return Optional.of(new CutAway(item, when.beginning(moment)));
    }

    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return Optional.of(new CutAway(item, when.lasting(length)));
    }
}
