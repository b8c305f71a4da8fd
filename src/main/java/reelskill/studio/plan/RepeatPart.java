package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/**
 * Plays clips or a span again: right behind itself, or once more at the front or at the end.
 *
 * <pre>
 *   | A |xxx| B |   →   | A |xxx|xxx| B |
 * </pre>
 *
 * @param more how many times more than it plays now
 * @param place where the copies go; empty for right behind
 */
public record RepeatPart(Target target, int more, Optional<MoveClip.Place> place) implements EditOperation {
    private static final int MOST_CLIPS = 2000;

    @Override
    public EditResult apply(Scene scene) {
        return target.edit(scene, found -> repeated(scene, found));
    }

    /** Returns where the copy of a clip of {@code now} will play; empty where it makes more than one, or of anything else. */
    Optional<Span> copyIn(Timeline now) {
        boolean one = more == 1 && target.clips().size() == 1 && target.spans().isEmpty();
        List<Clips> found = one ? Clips.find(now, target.clips().get(0)) : List.of();
        if (found.size() != 1) return Optional.empty();
        Duration out = now.rate().time(found.get(0).range().out());
        Duration length = out.minus(now.rate().time(found.get(0).range().in()));
        if (place.isEmpty()) return Optional.of(new Span(Moment.at(out), Moment.at(out.plus(length))));
        return Optional.of(place.get() == MoveClip.Place.BEFORE ? Span.first(length) : Span.last(length));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        return Optional.of(new RepeatPart(other, more, place));
    }

    private EditResult repeated(Scene scene, Target.Found found) {
        List<MediaSegment> original = found.timeline().clips();
        List<MediaSegment> part = found.clips();
        if (original.size() + (long) part.size() * more > MOST_CLIPS) {
            return scene.unchanged(
                    "That would be more than %d clips; nothing was changed.", "这样会超过%d个片段，没有做改动。", MOST_CLIPS);
        }
        Timeline longer = found.timeline();
        for (int i = 0; i < more; i++) for (MediaSegment clip : part) longer = longer.append(TrackKind.VIDEO, clip);
        List<MediaSegment> copies =
                longer.clips().subList(original.size(), longer.clips().size());
        Timeline after = longer.arrange(ordered(original, part, copies));
        String what = found.told().isEmpty() ? scene.say("the video", "视频") : found.told();
        return scene.done(
                after,
                "Plays %d times: %s; the video now lasts %s",
                "共播放%d次：%s，视频现在长%s",
                more + 1,
                what,
                Figures.moment(scene, after.duration()));
    }

    private List<MediaSegment> ordered(
            List<MediaSegment> original, List<MediaSegment> part, List<MediaSegment> copies) {
        if (place.isPresent()) {
            boolean front = place.get() == MoveClip.Place.BEFORE;
            return Stream.of(front ? copies : original, front ? original : copies)
                    .flatMap(List::stream)
                    .toList();
        }
        Set<String> ids = part.stream().map(MediaSegment::id).collect(Collectors.toSet());
        List<MediaSegment> order = new ArrayList<>();
        int run = 0;
        int done = 0;
        for (MediaSegment clip : original) {
            order.add(clip);
            if (!ids.contains(clip.id())) continue;
            run++;
            boolean runEnds = done + run == part.size()
                    || clip.end() != part.get(done + run).start();
            if (!runEnds) continue;
            for (int i = 0; i < more; i++)
                order.addAll(copies.subList(i * part.size() + done, i * part.size() + done + run));
            done += run;
            run = 0;
        }
        return order;
    }
}
