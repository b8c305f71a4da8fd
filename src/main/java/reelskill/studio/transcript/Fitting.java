package reelskill.studio.transcript;

import java.time.Duration;
import java.util.List;
import reelskill.media.TimeRange;

/** Subtitles of another cut of a video are early or late throughout: finds by how much. */
final class Fitting {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration FARTHEST = Duration.ofSeconds(30);
    /** Subtitles that lie as well as this on the speech are left where they are. */
    private static final double GOOD = 0.7;

    private static final double CLEARLY_BETTER = 0.15;

    private final List<Cue> cues;
    private final List<TimeRange> speech;

    Fitting(List<Cue> cues, List<TimeRange> speech) {
        this.cues = cues;
        this.speech = speech;
    }

    /** Returns how much later the cues have to stand; zero where they fit, or fit nowhere clearly better. */
    Duration shift() {
        double now = fit(Duration.ZERO);
        if (speech.isEmpty() || now >= GOOD) return Duration.ZERO;
        Duration best = Duration.ZERO;
        double most = now + CLEARLY_BETTER;
        for (Duration shift = FARTHEST.negated(); shift.compareTo(FARTHEST) <= 0; shift = shift.plus(STEP)) {
            double fit = fit(shift);
            if (fit <= most) continue;
            most = fit;
            best = shift;
        }
        return best;
    }

    /** Returns the share of all time under cues or speech that lies under both, 0 to 1. */
    private double fit(Duration shift) {
        long both = 0;
        long under = 0;
        int place = 0;
        for (Cue cue : cues) {
            long in = cue.time().in().plus(shift).toMillis();
            long out = cue.time().out().plus(shift).toMillis();
            under += out - in;
            while (place < speech.size() && speech.get(place).out().toMillis() <= in) place++;
            for (int i = place; i < speech.size() && speech.get(i).in().toMillis() < out; i++) {
                both += Math.min(out, speech.get(i).out().toMillis())
                        - Math.max(in, speech.get(i).in().toMillis());
            }
        }
        long spoken =
                speech.stream().mapToLong(range -> range.duration().toMillis()).sum();
        return (double) both / Math.max(1, under + spoken - both);
    }
}
