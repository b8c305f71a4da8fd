package reelskill.studio.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.TimeRange;

/**
 * Where somebody speaks, read off the {@link VoiceDetector}'s answers: from an answer of 50 % on, as long as it stays
 * above 35 % but for gaps of 100 ms, in which plosives are.
 */
public final class Stretches {
    private static final int BEGINS = 50;
    private static final int GOES_ON = 35;
    private static final int LONGEST_GAP = 3;
    /** A click or a breath, no word. */
    private static final int SHORTEST = 3;

    private Stretches() {}

    /** Returns the stretches in order and apart. */
    public static List<TimeRange> of(byte[] percents) {
        List<TimeRange> stretches = new ArrayList<>();
        int chunk = 0;
        while (chunk < percents.length) {
            if (percents[chunk] < BEGINS) {
                chunk++;
                continue;
            }
            int in = chunk;
            while (in > 0 && percents[in - 1] >= GOES_ON && free(stretches, in - 1)) in--;
            int out = end(percents, chunk);
            if (out - in >= SHORTEST) stretches.add(new TimeRange(time(in), time(out)));
            chunk = out;
        }
        return stretches;
    }

    private static boolean free(List<TimeRange> before, int chunk) {
        return before.isEmpty() || before.get(before.size() - 1).out().compareTo(time(chunk)) < 0;
    }

    private static int end(byte[] percents, int from) {
        int last = from;
        for (int chunk = from; chunk < percents.length && chunk - last <= LONGEST_GAP; chunk++) {
            if (percents[chunk] >= GOES_ON) last = chunk;
        }
        return last + 1;
    }

    private static Duration time(int chunk) {
        return Duration.ofNanos(chunk * (VoiceDetector.CHUNK * 1_000_000_000L / MonoSound.RATE));
    }
}
