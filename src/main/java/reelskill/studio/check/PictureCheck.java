package reelskill.studio.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reelskill.media.MediaFacts;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.PictureFlaws;
import reelskill.studio.check.Finding.Kind;
import reelskill.studio.plan.Footage;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** Black and frozen stretches of a result that are in none of its media: the edit made them. */
final class PictureCheck {
    private static final int MOST_TOLD = 5;
    /** A part of a medium that is looked at again; longer ones are told by their beginning. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);
    /** A flash this short is a frame of a transition or of rounding. */
    private static final Duration SHORTEST_BLACK = Duration.ofMillis(70);
    /** How much of a stretch has to be like that in the medium too. */
    private static final double MOST_OF_IT = 0.8;

    private final PictureFlaws flaws;
    private final Footage footage;
    private final Function<String, Path> files;
    private final BooleanSupplier goesOn;

    /** @param goesOn says when there is no more time */
    PictureCheck(PictureFlaws flaws, Footage footage, Function<String, Path> files, BooleanSupplier goesOn) {
        this.flaws = flaws;
        this.footage = footage;
        this.files = files;
        this.goesOn = goesOn;
    }

    /** What was found, and how much of the picture was looked at. */
    record Seen(List<Finding> findings, Duration seen) {}

    Seen look(Timeline timeline, Path result) {
        PictureFlaws.Found found = flaws.in(result, Optional.empty(), goesOn);
        Places places = new Places(timeline);
        List<Finding> findings = new ArrayList<>();
        for (TimeRange black : found.black()) {
            boolean lasts = black.duration().compareTo(SHORTEST_BLACK) >= 0;
            if (lasts && findings.size() < MOST_TOLD && isBlackByEdit(places, black)) findings.add(black(black));
        }
        for (TimeRange still : found.still()) {
            boolean isBlack = found.black().stream().anyMatch(black -> overlap(black, still) > 0);
            if (!isBlack && findings.size() < MOST_TOLD)
                frozenByEdit(places, still).ifPresent(findings::add);
        }
        return new Seen(findings, found.seen());
    }

    private boolean isBlackByEdit(Places places, TimeRange black) {
        long from = places.frame(black.in());
        long to = Math.max(
                from + 1, Math.min(places.frame(black.out()), places.timeline().duration()));
        if (places.isMeantDark(from, to)) return false;
        return parts(places, from, to).stream()
                .anyMatch(part -> part.clip.isEmpty() || !isInMedium(part, PictureFlaws.Found::black));
    }

    /** Returns what a person should look at; each clip of a still stretch stands for itself, for a cut is a movement. */
    private Optional<Finding> frozenByEdit(Places places, TimeRange still) {
        long from = places.frame(still.in());
        long to = Math.min(places.frame(still.out()), places.timeline().duration());
        boolean made = parts(places, from, to).stream()
                .anyMatch(
                        part -> part.clip.filter(clip -> canFreeze(clip, part)).isPresent()
                                && !isInMedium(part, PictureFlaws.Found::still));
        return made ? Optional.of(frozen(still)) : Optional.empty();
    }

    /**
     * A photo and a frozen frame are meant to stand still, a second of slow motion hardly moves, and what moved in the
     * footage may have been a background that is no longer there.
     */
    private boolean canFreeze(MediaSegment clip, Part part) {
        boolean photo = footage.facts(clip.mediaId()).kind() == MediaFacts.Kind.IMAGE;
        return !photo
                && clip.backdrop().isEmpty()
                && clip.pace().factor() >= 0.5
                && part.range.duration().compareTo(Duration.ofMillis(500)) >= 0;
    }

    private boolean isInMedium(Part part, Function<PictureFlaws.Found, List<TimeRange>> which) {
        MediaSegment clip = part.clip.orElseThrow();
        MediaFacts facts = footage.facts(clip.mediaId());
        if (facts.video().isEmpty() || facts.kind() == MediaFacts.Kind.IMAGE) return false;
        TimeRange range = part.range;
        // A stretch has to be seen a little longer to count as one.
        Duration in = range.in().minusMillis(700).isNegative()
                ? Duration.ZERO
                : range.in().minusMillis(700);
        Duration out = range.duration().compareTo(LONGEST_LOOK) > 0 ? range.in().plus(LONGEST_LOOK) : range.out();
        TimeRange looked = new TimeRange(in, out.plusMillis(700));
        PictureFlaws.Found found = flaws.in(files.apply(clip.mediaId()), Optional.of(looked), goesOn);
        double covered = which.apply(found).stream()
                .mapToDouble(flaw -> overlap(flaw, range))
                .sum();
        return covered >= MOST_OF_IT * Math.min(range.duration().toMillis(), LONGEST_LOOK.toMillis());
    }

    private static double overlap(TimeRange one, TimeRange other) {
        long from = Math.max(one.in().toMillis(), other.in().toMillis());
        long to = Math.min(one.out().toMillis(), other.out().toMillis());
        return Math.max(0, to - from);
    }

    /** @param clip empty where none is */
    private record Part(Optional<MediaSegment> clip, TimeRange range) {}

    private static List<Part> parts(Places places, long from, long to) {
        List<Part> parts = new ArrayList<>();
        for (long at = from; at < to; ) {
            long begin = at;
            Optional<MediaSegment> clip = places.clip(begin);
            long next = clip.map(MediaSegment::end).orElseGet(() -> places.timeline().clips().stream()
                    .mapToLong(MediaSegment::start)
                    .filter(start -> start > begin)
                    .min()
                    .orElse(to));
            long end = Math.min(to, next);
            TimeRange range = clip.map(it -> places.part(it, begin, end))
                    .orElseGet(() -> new TimeRange(places.time(begin), places.time(end)));
            parts.add(new Part(clip, range));
            at = end;
        }
        return parts;
    }

    private static Finding black(TimeRange range) {
        return told(
                Kind.BLACK,
                range,
                "The picture is black from %s to %s, where what was filmed is not.",
                "%s 到 %s 画面是黑的，而素材并不是。");
    }

    private static Finding frozen(TimeRange range) {
        return told(
                Kind.FROZEN,
                range,
                "The picture stands still from %s to %s, where what was filmed moves.",
                "%s 到 %s 画面静止，而素材在动。");
    }

    private static Finding told(Kind kind, TimeRange range, String english, String chinese) {
        long from = range.in().toMillis();
        long to = range.out().toMillis();
        return Finding.of(kind, from, to, english, chinese, Finding.clock(from), Finding.clock(to));
    }
}
