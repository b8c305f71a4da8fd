package reelskill.studio.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.Sound;
import reelskill.studio.timeline.MediaSegment;

/**
 * How far music is down, sample by sample: it goes down just before somebody speaks, stays there over short pauses, and
 * comes up slowly. Not thread-safe: asked for rising samples.
 */
final class Ducking {
    private static final long ATTACK = Sound.RATE * 3 / 10;
    private static final long HOLD = Sound.RATE * 4 / 10;
    private static final long RELEASE = Sound.RATE;
    /** Coming up for less than this would be heard as pumping. */
    private static final long SHORTEST_REST = Sound.RATE;

    private final List<Speech> speech;
    private int at;

    /** Samples of the result. */
    record Speech(long from, long to) {}

    Ducking(List<Speech> speech) {
        this.speech = merged(speech);
    }

    /** Returns when somebody speaks in {@code segments}. {@code stretches} are those of a media id, in its own time. */
    static List<Speech> speech(
            List<MediaSegment> segments, FrameRate rate, Function<String, List<TimeRange>> stretches) {
        List<Speech> speech = new ArrayList<>();
        for (MediaSegment segment : segments) {
            if (segment.volume() == 0) continue;
            long start = Voice.samples(segment.start(), rate);
            long end = Voice.samples(segment.end(), rate);
            long offset = start - Voice.samples(segment.in(), rate);
            for (TimeRange range : stretches.apply(segment.mediaId())) {
                long from = Math.max(start, samples(range.in()) + offset);
                long to = Math.min(end, samples(range.out()) + offset);
                if (from < to) speech.add(new Speech(from, to));
            }
        }
        return speech;
    }

    /** Returns 0 where nobody speaks, 1 where somebody does, and what lies between on the way. */
    float share(long sample) {
        while (at + 1 < speech.size() && sample >= speech.get(at + 1).from() - ATTACK) at++;
        if (at >= speech.size()) return 0;
        Speech now = speech.get(at);
        if (sample < now.from()) return smooth((double) (sample - now.from() + ATTACK) / ATTACK);
        return sample < now.to() + HOLD ? 1 : smooth((double) (now.to() + HOLD + RELEASE - sample) / RELEASE);
    }

    private static float smooth(double share) {
        double x = Math.max(0, Math.min(1, share));
        return (float) (x * x * (3 - 2 * x));
    }

    private static List<Speech> merged(List<Speech> speech) {
        List<Speech> result = new ArrayList<>();
        for (Speech next :
                speech.stream().sorted(Comparator.comparingLong(Speech::from)).toList()) {
            Speech last = result.isEmpty() ? next : result.get(result.size() - 1);
            boolean rests = next.from() - ATTACK - (last.to() + HOLD + RELEASE) >= SHORTEST_REST;
            if (result.isEmpty() || rests) result.add(next);
            else result.set(result.size() - 1, new Speech(last.from(), Math.max(last.to(), next.to())));
        }
        return result;
    }

    private static long samples(Duration time) {
        return Math.round(time.toNanos() * (double) Sound.RATE / 1e9);
    }
}
