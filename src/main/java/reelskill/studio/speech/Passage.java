package reelskill.studio.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.TimeRange;

/**
 * Stretches of speech that are recognized together: alone they are too short to be understood, and beyond the length that
 * the network learned from it makes mistakes.
 */
record Passage(List<TimeRange> stretches) {
    private static final Duration LONGEST = Duration.ofSeconds(14);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1200);
    /** Soft beginnings and ends of words. */
    private static final Duration MARGIN = Duration.ofMillis(200);

    Passage {
        stretches = List.copyOf(stretches);
    }

    /** Returns all of {@code stretches} in order; one that is too long by itself is parted where {@code percents} are lowest. */
    static List<Passage> of(List<TimeRange> stretches, byte[] percents) {
        List<Passage> passages = new ArrayList<>();
        List<TimeRange> open = new ArrayList<>();
        for (TimeRange stretch :
                stretches.stream().flatMap(it -> parted(it, percents).stream()).toList()) {
            boolean rest = !open.isEmpty() && pause(last(open), stretch).compareTo(LONGEST_PAUSE) >= 0;
            if (rest) close(passages, open);
            open.add(stretch);
            while (length(open).compareTo(LONGEST) > 0) {
                int end = longestPause(open);
                passages.add(new Passage(open.subList(0, end)));
                open.subList(0, end).clear();
            }
        }
        close(passages, open);
        return passages;
    }

    private static void close(List<Passage> passages, List<TimeRange> open) {
        if (!open.isEmpty()) passages.add(new Passage(open));
        open.clear();
    }

    /** Returns before which stretch the speaker takes the longest breath, not right at the beginning where it can be helped. */
    private static int longestPause(List<TimeRange> open) {
        int best = open.size() - 1;
        for (int i = best; i > 0; i--) {
            boolean early = length(open.subList(0, i)).multipliedBy(3).compareTo(LONGEST) < 0;
            if (!early && pause(open.get(i - 1), open.get(i)).compareTo(pause(open.get(best - 1), open.get(best))) > 0)
                best = i;
        }
        return best;
    }

    private static TimeRange last(List<TimeRange> open) {
        return open.get(open.size() - 1);
    }

    private static Duration length(List<TimeRange> open) {
        return last(open).out().minus(open.get(0).in());
    }

    private static Duration pause(TimeRange before, TimeRange after) {
        return after.in().minus(before.out());
    }

    private static List<TimeRange> parted(TimeRange stretch, byte[] percents) {
        if (stretch.duration().compareTo(LONGEST) <= 0) return List.of(stretch);
        int from = chunk(stretch.in().plusSeconds(4));
        int to = Math.min(chunk(stretch.in().plus(LONGEST)), chunk(stretch.out().minusSeconds(2)));
        int lowest = from;
        for (int chunk = from; chunk < to; chunk++) if (percents[chunk] < percents[lowest]) lowest = chunk;
        Duration middle = Duration.ofMillis(lowest * 32L + 16);
        List<TimeRange> parts = new ArrayList<>(List.of(new TimeRange(stretch.in(), middle)));
        parts.addAll(parted(new TimeRange(middle, stretch.out()), percents));
        return parts;
    }

    private static int chunk(Duration time) {
        return (int) (time.toMillis() / 32);
    }

    /** Returns the sound from a little before to a little after, as far as that belongs to no other passage. */
    float[] samples(MonoSound sound, Duration before, Duration after) {
        Duration in = latest(stretches.get(0).in().minus(MARGIN), before);
        Duration out = earliest(stretches.get(stretches.size() - 1).out().plus(MARGIN), after);
        long first = sample(in);
        float[] samples = new float[Math.toIntExact(sample(out) - first)];
        sound.read(first, samples);
        return samples;
    }

    Duration in() {
        return stretches.get(0).in();
    }

    Duration out() {
        return stretches.get(stretches.size() - 1).out();
    }

    Duration spoken() {
        return stretches.stream().map(TimeRange::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private static long sample(Duration time) {
        return time.toNanos() * MonoSound.RATE / 1_000_000_000L;
    }

    private static Duration latest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration earliest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
