package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Which part of the clips an operation means: these clips, or these spans of time, or spans of one clip's own time;
 * everything where neither is named.
 */
public record Target(List<ClipRef> clips, List<Span> spans) {
    public static final Target ALL = new Target(List.of(), List.of());

    public Target {
        clips = List.copyOf(clips);
        spans = List.copyOf(spans);
    }

    static Target of(Clause clause) {
        return new Target(clause.clips(), clause.spans());
    }

    /** Returns whether it can be looked up: spans mean the time of one clip or of everything. */
    boolean isClear() {
        return spans.isEmpty() || clips.size() <= 1;
    }

    /**
     * A target looked up.
     *
     * @param timeline the timeline, split where the target begins and ends
     * @param ids of the clips that are meant; empty where nothing of the target exists
     * @param told what a report calls it; empty for everything
     * @param notes one sentence for each part of it that does not exist
     */
    record Found(Timeline timeline, Set<String> ids, String told, List<String> notes) {
        boolean holds(MediaSegment clip) {
            return ids.contains(clip.id());
        }

        /** Returns {@code told} with a sentence's way to say whose it is. */
        String whose(Scene scene) {
            return told.isEmpty() ? "" : scene.say(" of %s", "（%s）", told);
        }

        List<MediaSegment> clips() {
            return timeline.clips().stream().filter(this::holds).toList();
        }

        /** Returns only the clips whose people stand before another background. */
        Found beforeBackdrop() {
            List<MediaSegment> people =
                    clips().stream().filter(clip -> clip.backdrop().isPresent()).toList();
            return new Found(timeline, Target.ids(people), told, notes);
        }

        Timeline changed(UnaryOperator<MediaSegment> change) {
            return timeline.withMedia(ids, change);
        }
    }

    /** Looks it up and edits what is found; what of it does not exist is told as not done. */
    EditResult edit(Scene scene, Function<Found, EditResult> edit) {
        Found found = in(scene);
        EditResult result = found.ids().isEmpty() ? EditResult.nothing(scene.timeline()) : edit.apply(found);
        return result.but(found.notes());
    }

    Found in(Scene scene) {
        Timeline timeline = scene.timeline();
        if (clips.isEmpty() && spans.isEmpty()) return new Found(timeline, ids(timeline.clips()), "", List.of());
        List<String> notes = new ArrayList<>();
        List<Clips> named =
                clips.stream().flatMap(ref -> named(scene, ref, notes).stream()).toList();
        if (!clips.isEmpty() && named.isEmpty()) return new Found(timeline, Set.of(), "", notes);
        return spans.isEmpty() ? whole(scene, named, notes) : inside(scene, named, notes);
    }

    /** Returns the time that is meant, in which nothing is split; of what does not exist there are notes. */
    Ranges places(Scene scene) {
        List<String> notes = new ArrayList<>();
        List<Clips> named =
                clips.stream().flatMap(ref -> named(scene, ref, notes).stream()).toList();
        if (!clips.isEmpty() && named.isEmpty()) return new Ranges(List.of(), notes);
        Ranges found = spans.isEmpty()
                ? new Ranges(named.stream().map(Clips::range).toList(), List.of())
                : ranges(scene, named);
        notes.addAll(found.notes());
        return new Ranges(found.inside(), notes);
    }

    private static List<Clips> named(Scene scene, ClipRef ref, List<String> notes) {
        List<Clips> found = Clips.find(scene.timeline(), ref);
        if (found.isEmpty()) notes.add(Clips.missing(scene, ref));
        return found;
    }

    private static Found whole(Scene scene, List<Clips> named, List<String> notes) {
        Set<String> ids =
                ids(named.stream().flatMap(clip -> clip.pieces().stream()).toList());
        String told = named.stream()
                .map(clip -> scene.say("clip %d, \"%s\"", "片段%d“%s”", clip.number(), clip.name()))
                .distinct()
                .collect(Collectors.joining(scene.say(", ", "、")));
        return new Found(scene.timeline(), ids, told, notes);
    }

    private Found inside(Scene scene, List<Clips> named, List<String> notes) {
        Ranges ranges = ranges(scene, named);
        notes.addAll(ranges.notes());
        List<Long> ends = ranges.inside().stream()
                .flatMap(range -> Stream.of(range.in(), range.out()))
                .toList();
        Timeline split = ends.isEmpty() ? scene.timeline() : scene.timeline().split(ends);
        Set<String> ids = ids(split.clips().stream()
                .filter(clip -> ranges.inside().stream().anyMatch(range -> holds(range, clip)))
                .toList());
        return new Found(ids.isEmpty() ? scene.timeline() : split, ids, ranges.told(scene), notes);
    }

    private Ranges ranges(Scene scene, List<Clips> named) {
        List<FrameRange> places = named.isEmpty()
                ? List.of(new FrameRange(0, scene.timeline().duration()))
                : named.stream().map(Clips::range).toList();
        List<FrameRange> inside = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (FrameRange place : places) {
            Ranges found = Ranges.of(scene, spans, place.in(), place.duration());
            inside.addAll(found.inside());
            notes.addAll(found.notes());
        }
        return new Ranges(inside, notes);
    }

    /** By its middle: a split keeps out of the way of a transition, so that a piece may begin a little beside its range. */
    private static boolean holds(FrameRange range, MediaSegment piece) {
        long middle = piece.start() + piece.duration() / 2;
        return range.in() <= middle && middle < range.out();
    }

    private static Set<String> ids(List<MediaSegment> clips) {
        return clips.stream().map(MediaSegment::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
