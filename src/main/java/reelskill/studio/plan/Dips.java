package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.MediaSegment;

/**
 * The moments between words at which the voice rests, however shortly. Words are timed by estimate; a cut at such a moment
 * clips none.
 */
final class Dips {
    private static final BoringRule ANY_REST = new BoringRule(Duration.ofMillis(50), Duration.ZERO, CutBoring.NEVER, 6);
    private static final Duration FARTHEST = Duration.ofMillis(350);
    private static final Duration SHORTEST_SOUND = Duration.ofMillis(60);
    private static final Duration LONGEST_FILLER = Duration.ofMillis(900);

    private final Scene scene;
    private final Map<String, List<TimeRange>> byMedia = new HashMap<>();

    Dips(Scene scene) {
        this.scene = scene;
    }

    /** Returns the rest nearest to {@code moment} of the clip's media, in the timeline's time; none that is far away. */
    Optional<TimeRange> near(MediaSegment clip, Duration moment) {
        return in(clip).stream()
                .filter(rest -> distance(rest, moment).compareTo(FARTHEST) <= 0)
                .min(Comparator.comparing(rest -> distance(rest, moment)));
    }

    /** Returns the sound between two rests that is most likely {@code word}, which is short. */
    Optional<Island> around(Said word) {
        List<TimeRange> rests = in(word.clip());
        List<Island> islands = new ArrayList<>();
        for (int i = 1; i < rests.size(); i++) {
            Duration in = rests.get(i - 1).out();
            Duration out = rests.get(i).in();
            Duration length = out.minus(in);
            boolean fits = length.compareTo(SHORTEST_SOUND) >= 0 && length.compareTo(LONGEST_FILLER) <= 0;
            if (fits) islands.add(new Island(rests.get(i - 1), new TimeRange(in, out), rests.get(i)));
        }
        Duration middle = middle(word.word().time());
        return islands.stream()
                .filter(island -> distance(island.sound(), middle).compareTo(FARTHEST) <= 0)
                .min(Comparator.comparing(
                        island -> middle(island.sound()).minus(middle).abs()));
    }

    /** A sound with the rests before and after it. */
    record Island(TimeRange before, TimeRange sound, TimeRange after) {
        /** Returns what to cut so that one rest stays: the longer one. */
        TimeRange cut() {
            return before.duration().compareTo(after.duration()) > 0
                    ? new TimeRange(sound.in(), after.out())
                    : new TimeRange(before.in(), sound.out());
        }
    }

    private List<TimeRange> in(MediaSegment clip) {
        Played played = new Played(scene.timeline(), clip);
        return byMedia.computeIfAbsent(clip.mediaId(), id -> scene.footage().boringStretches(id, ANY_REST)).stream()
                .flatMap(rest -> played.of(rest).stream())
                .toList();
    }

    private static Duration distance(TimeRange range, Duration moment) {
        if (moment.compareTo(range.in()) < 0) return range.in().minus(moment);
        return moment.compareTo(range.out()) > 0 ? moment.minus(range.out()) : Duration.ZERO;
    }

    static Duration middle(TimeRange range) {
        return range.in().plus(range.duration().dividedBy(2));
    }
}
