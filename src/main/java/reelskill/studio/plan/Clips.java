package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * A clip as a person counts them: with several files on the timeline, neighbouring pieces of one file are one clip; with
 * one file, every piece is one. Cards are none, wherever they are.
 */
record Clips(int number, List<MediaSegment> pieces) {
    static List<Clips> of(Timeline timeline) {
        return of(timeline.clips());
    }

    static List<Clips> of(List<MediaSegment> all) {
        List<MediaSegment> segments =
                all.stream().filter(segment -> !segment.card()).toList();
        boolean oneFile =
                segments.stream().map(MediaSegment::mediaId).distinct().count() <= 1;
        List<Clips> clips = new ArrayList<>();
        for (MediaSegment segment : segments) {
            Clips last = clips.isEmpty() ? null : clips.get(clips.size() - 1);
            if (last == null || oneFile || !last.pieces.get(0).mediaId().equals(segment.mediaId())) {
                clips.add(new Clips(clips.size() + 1, new ArrayList<>()));
            }
            clips.get(clips.size() - 1).pieces.add(segment);
        }
        return clips;
    }

    /** Returns the clips that {@code ref} names: none where there is no such clip, several where a file plays often. */
    static List<Clips> find(Timeline timeline, ClipRef ref) {
        List<Clips> clips = of(timeline);
        if (ref.number() == 0) {
            return clips.stream().filter(clip -> clip.name().equals(ref.name())).toList();
        }
        int index = ref.number() > 0 ? ref.number() - 1 : clips.size() + ref.number();
        return index >= 0 && index < clips.size() ? List.of(clips.get(index)) : List.of();
    }

    /** Returns the numbers of the clips that {@code tokens} name, those that are not there left out. */
    static List<Integer> numbers(Timeline now, List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.is(Token.CLIPREF))
                .flatMap(token -> find(now, (ClipRef) token.value()).stream())
                .map(Clips::number)
                .toList();
    }

    /** Does {@code edit} where {@code clip} lies, or to the whole timeline if none is meant; nothing where it is not one clip. */
    static EditResult within(Scene scene, Optional<ClipRef> clip, Function<FrameRange, EditResult> edit) {
        Timeline timeline = scene.timeline();
        if (clip.isEmpty()) return edit.apply(new FrameRange(0, timeline.duration()));
        List<Clips> found = find(timeline, clip.get());
        return found.size() == 1
                ? edit.apply(found.get(0).range())
                : EditResult.unchanged(timeline, missing(scene, clip.get()));
    }

    /** Returns why {@code ref} was not found. */
    static String missing(Scene scene, ClipRef ref) {
        int count = of(scene.timeline()).size();
        if (ref.number() == 0) {
            return scene.say("\"%s\" is not on the timeline.", "时间线上没有“%s”。", ref.name());
        }
        return count == 1
                ? scene.say("There is only one clip on the timeline, so nothing was changed.", "时间线上只有一个片段，没有做改动。")
                : scene.say("There is no clip %d: the timeline has %d.", "没有第%d个片段：时间线上共有%d个。", ref.number(), count);
    }

    String name() {
        return pieces.get(0).name();
    }

    FrameRange range() {
        return new FrameRange(
                pieces.get(0).start(), pieces.get(pieces.size() - 1).end());
    }

    boolean holds(MediaSegment segment) {
        return pieces.stream().anyMatch(piece -> piece.id().equals(segment.id()));
    }

    /** Returns what a report calls it, like {@code clip 2, "beach.mov" (0:10-0:20)}. */
    String told(Scene scene) {
        return scene.say(
                "clip %d, \"%s\" (%s)",
                "片段%d“%s”（%s）", number, name(), Figures.range(scene, range().in(), range().out()));
    }
}
