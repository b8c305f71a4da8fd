package reelskill.studio.analysis;

import java.util.List;
import reelskill.media.TimeRange;
import reelskill.studio.speech.MonoSound;
import reelskill.studio.speech.Stretches;
import reelskill.studio.speech.Transcriber;
import reelskill.studio.speech.VoiceDetector;
import reelskill.studio.transcript.Transcript;

/** Where the {@link VoiceDetector} hears somebody speak. Immutable. */
final class Voice {
    /** No answers: levels alone decide. */
    static final Voice UNKNOWN = new Voice(new byte[0]);

    private static final int SAMPLES_PER_HOP = MonoSound.RATE * Span.MILLIS_PER_HOP / 1000;
    private static final int SURELY_NOT = 15;
    /** At the beginning the detector has no idea yet: half a word is no voice to it. */
    private static final int COLD_HOPS = 50;

    private final byte[] percents;

    /** @param percents the detector's answers, which become this object's own */
    Voice(byte[] percents) {
        this.percents = percents;
    }

    /** Returns the stretches of speech, in order and apart. */
    List<TimeRange> stretches() {
        return Stretches.of(percents);
    }

    /** Returns what is said in {@code sound}, which the answers are about. */
    Transcript transcript(MonoSound sound) {
        return new Transcriber(percents).transcribe(sound);
    }

    /** Returns the stretches of speech in hops. */
    List<Span> spans() {
        return stretches().stream()
                .map(time -> new Span(Span.hops(time.in()), Span.hops(time.out())))
                .toList();
    }

    /** Returns whether somebody speaks for sure in a hop. */
    boolean isIn(int hop) {
        return at(hop) >= 50;
    }

    /** Returns whether nobody speaks anywhere from {@code in} to {@code out}, for sure. */
    boolean isSurelyNotIn(int in, int out) {
        if (percents.length == 0 || in < COLD_HOPS) return false;
        for (int hop = Math.max(0, in); hop < out; hop++) if (at(hop) >= SURELY_NOT) return false;
        return true;
    }

    private int at(int hop) {
        int chunk = hop * SAMPLES_PER_HOP / VoiceDetector.CHUNK;
        return chunk < percents.length ? percents[chunk] : 0;
    }
}
