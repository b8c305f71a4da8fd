package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Drops the least interesting parts until the video is no longer than {@code most}, and not more than a tenth shorter. What
 * stays keeps its order, and no word is cut. The first and the last thing said count for more: they open and close it.
 *
 * <pre>
 *   | a | b | c | d | e |   →   | a | c | e |
 * </pre>
 *
 * @param keepsStart whether the first thing said has to stay
 * @param keepsEnd whether the last has to
 */
public record FitTo(Duration most, boolean keepsStart, boolean keepsEnd) implements EditOperation {
    private static final double LEAST_SHARE = 0.9;
    /** What nothing is known about, as a still picture. */
    private static final double UNKNOWN = 0.3;
    /** Even what interests least is better than a video that is too short. */
    private static final double BETTER_THAN_NOTHING = 0.02;

    /** At another speed than it was filmed at, a frame between two parts may belong to neither. */
    private static final int ROUNDED = 1;

    private static final double OPENS_OR_CLOSES = 0.25;
    private static final double MUST = 1000;

    /** A part of the timeline. */
    private record Part(FrameRange range, double interest, boolean spoken) {
        Part worth(double more) {
            return new Part(range, interest + more, spoken);
        }
    }

    /** Of one clip it is known where it loses time: at its end, as whoever shortens a clip expects. */
    @Override
    public Optional<EditOperation> on(Target other) {
        boolean one = other.clips().size() == 1 && other.spans().isEmpty();
        return one
                ? Optional.of(new RemoveRanges(
                        List.of(new Span(Moment.at(most), Moment.END)),
                        Optional.of(other.clips().get(0))))
                : Optional.empty();
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        long room = scene.frames(most);
        String wanted = Figures.length(scene.language(), most);
        String now = Figures.length(scene, timeline.duration());
        if (timeline.duration() <= room) {
            return scene.already(
                    "The video lasts %s, which is not more than %s already; nothing was cut.",
                    "视频长%s，已经不超过%s，没有删除任何内容。", now, wanted);
        }
        List<Part> parts = weighed(parts(scene), room);
        List<FrameRange> kept = filled(parts, chosen(parts, room), room);
        if (kept.isEmpty()) {
            return scene.unchanged(
                    "Nothing that begins and ends between words is as short as %s; nothing was cut. Name the times to keep, for example: keep 0:10 to 0:20.",
                    "没有一段在词与词之间起止的内容短于%s，没有删除任何内容。可以说出要保留的时间，例如：保留0:10到0:20。", wanted);
        }
        Timeline after = timeline.keep(kept);
        EditResult result = scene.done(
                after,
                "Fitted to %1$s: kept the %2$s that interest most, in %3$d %4$s, of %5$s (measure: half speech, a quarter loudness against the clip's own, a quarter movement; no word is cut)",
                "压缩到%1$s以内：从%5$s中保留了最有看点的%2$s，共%3$d段（标准：语音占一半，相对响度占四分之一，画面变化占四分之一；不会切断词语）",
                wanted,
                Figures.length(scene, after.duration()),
                kept.size(),
                kept.size() == 1 ? "part" : "parts",
                now);
        return after.duration() >= LEAST_SHARE * room
                ? result
                : result.but(scene.say(
                        "That is as near to %s as I come without cutting a word.", "在不切断词语的前提下，这是最接近%s的长度。", wanted));
    }

    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return Optional.of(new FitTo(length, keepsStart, keepsEnd));
    }

    private static List<Part> parts(Scene scene) {
        return scene.timeline().clips().stream()
                .flatMap(clip -> parts(scene, clip))
                .toList();
    }

    private static Stream<Part> parts(Scene scene, MediaSegment clip) {
        List<Part> known = new ArrayList<>();
        for (Stretch stretch : scene.footage().stretches(clip.mediaId())) {
            clip.showing(
                            scene.frames(stretch.time().in()),
                            scene.frames(stretch.time().out()))
                    .map(range -> joined(known, range))
                    .ifPresent(range -> known.add(new Part(range, stretch.interest(), stretch.isSpoken())));
        }
        List<FrameRange> seen =
                FrameRange.merged(known.stream().map(Part::range).toList());
        Stream<Part> unknown = FrameRange.others(seen, clip.end()).stream()
                .filter(range -> range.out() > clip.start())
                .map(range ->
                        new Part(new FrameRange(Math.max(range.in(), clip.start()), range.out()), UNKNOWN, false));
        return Stream.concat(known.stream(), unknown).sorted(Comparator.comparingLong(part -> part.range.in()));
    }

    private static FrameRange joined(List<Part> before, FrameRange range) {
        long end = before.isEmpty() ? 0 : before.get(before.size() - 1).range.out();
        return range.in() == end + ROUNDED ? new FrameRange(end, range.out()) : range;
    }

    private List<Part> weighed(List<Part> parts, long room) {
        List<Integer> said = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).spoken)
                .boxed()
                .toList();
        if (said.isEmpty()) return parts;
        List<Part> weighed = new ArrayList<>(parts);
        weigh(weighed, said.get(0), keepsStart, room);
        weigh(weighed, said.get(said.size() - 1), keepsEnd, room);
        return weighed;
    }

    private static void weigh(List<Part> parts, int at, boolean must, long room) {
        Part part = parts.get(at);
        boolean helps = part.range.duration() <= room / 4;
        if (must || helps) parts.set(at, part.worth(must ? MUST : OPENS_OR_CLOSES));
    }

    private static List<Integer> chosen(List<Part> parts, long room) {
        List<Selection.Part> toChoose = parts.stream()
                .map(part -> new Selection.Part(part.range.duration(), part.interest + BETTER_THAN_NOTHING))
                .toList();
        return Selection.of(toChoose, room);
    }

    /** Where whole parts leave room, a piece of one in which nobody speaks takes it. */
    private static List<FrameRange> filled(List<Part> parts, List<Integer> chosen, long room) {
        List<FrameRange> kept =
                chosen.stream().map(i -> parts.get(i).range).collect(Collectors.toCollection(ArrayList::new));
        long left = room - FrameRange.sum(kept);
        List<Part> others = IntStream.range(0, parts.size())
                .filter(i -> !chosen.contains(i) && !parts.get(i).spoken)
                .mapToObj(parts::get)
                .sorted(Comparator.comparingDouble(Part::interest).reversed())
                .toList();
        if (left > (1 - LEAST_SHARE) * room / 2) {
            others.stream()
                    .filter(part -> part.range.duration() > left)
                    .findFirst()
                    .map(part -> piece(part.range, kept, left))
                    .ifPresent(kept::add);
        }
        return FrameRange.merged(kept);
    }

    /** Returns {@code frames} of a range, at its end where the following is kept, else at its beginning. */
    private static FrameRange piece(FrameRange range, List<FrameRange> kept, long frames) {
        boolean goesOn = kept.stream().anyMatch(next -> next.in() == range.out());
        return goesOn
                ? new FrameRange(range.out() - frames, range.out())
                : new FrameRange(range.in(), range.in() + frames);
    }
}
