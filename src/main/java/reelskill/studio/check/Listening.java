package reelskill.studio.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import reelskill.studio.analysis.LoudnessMeter;
import reelskill.studio.analysis.Sound;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.render.TruePeak;

/** Hears files out, for as long as there is time. */
record Listening(SoundCache sounds, Deadline deadline) {
    private static final int TENTH = Sound.RATE / 10;
    /** Between samples a peak rises by 3 dB at the very most in real sound. */
    private static final float WORTH_MEASURING = 0.6f;

    /**
     * What was heard.
     *
     * @param loudness of the whole, in LUFS; empty where not all of it was heard
     * @param peak in dBTP, of what was heard
     * @param time how much of it was
     */
    record Heard(OptionalDouble loudness, OptionalDouble peak, Duration time) {
        static final Heard NOTHING = new Heard(OptionalDouble.empty(), OptionalDouble.empty(), Duration.ZERO);
    }

    Heard to(Path file) {
        Optional<Sound> sound = open(file);
        if (sound.isEmpty()) return Heard.NOTHING;
        try (Sound open = sound.get()) {
            return heard(open);
        }
    }

    /** Decoding ends when the time is up too. */
    private Optional<Sound> open(Path file) {
        Cancellation late = new Cancellation();
        if (!deadline.goesOn()) return Optional.empty();
        try {
            return sounds.open(
                    file,
                    share -> {
                        if (!deadline.goesOn()) late.cancel();
                    },
                    late);
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    private Heard heard(Sound sound) {
        LoudnessMeter meter = new LoudnessMeter();
        Peaks peaks = new Peaks();
        float[] samples = new float[TENTH * 2];
        long at = 0;
        for (; at < sound.frames() && deadline.goesOn(); at += TENTH) {
            sound.read(at, samples);
            meter.take(samples);
            peaks.take(samples);
        }
        if (at == 0) return Heard.NOTHING;
        long heard = Math.min(at, sound.frames());
        return new Heard(
                at < sound.frames() ? OptionalDouble.empty() : meter.integrated(),
                OptionalDouble.of(20 * Math.log10(Math.max(1e-5, peaks.highest))),
                Duration.ofMillis(heard * 1000 / Sound.RATE));
    }

    private static final class Peaks {
        private double highest;

        /** Between samples is only measured where it could be higher than all before. */
        void take(float[] samples) {
            double loudest = 0;
            for (float sample : samples) loudest = Math.max(loudest, Math.abs(sample));
            highest = Math.max(highest, loudest);
            if (loudest < WORTH_MEASURING * highest || loudest < WORTH_MEASURING) return;
            for (int channel = 0; channel < 2; channel++) {
                TruePeak between = new TruePeak();
                for (int i = channel; i < samples.length; i += 2) highest = Math.max(highest, between.next(samples[i]));
            }
        }
    }
}
