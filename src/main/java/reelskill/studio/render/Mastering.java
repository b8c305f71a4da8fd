package reelskill.studio.render;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import reelskill.studio.analysis.LoudnessMeter;

/**
 * What makes a mix as loud as wanted: a gain, and a limiter that keeps its true peaks under {@link #CEILING_DB}.
 *
 * @param gain a factor
 */
record Mastering(double gain) {
    /** -1 dBTP, and what AAC and MP3 add to peaks when they are decoded. */
    private static final double CEILING_DB = -1.7;

    /** More would only bring up what a microphone hears in an empty room. */
    private static final double MOST_GAIN_DB = 24;

    private static final double CLOSE_ENOUGH = 0.1;
    private static final int MOST_PASSES = 4;

    /** Takes blocks of a mix one after the other, left before right. It may change them. */
    interface Sink {
        void take(float[] block) throws IOException;
    }

    /** A mix that can be played again and again. */
    interface Mix {
        void playTo(Sink sink) throws IOException;
    }

    /** Returns what makes {@code mix} as loud as {@code lufs}, by listening to it several times. */
    static Mastering of(Mix mix, double lufs) throws IOException {
        LoudnessMeter plain = new LoudnessMeter();
        mix.playTo(plain::take);
        OptionalDouble heard = plain.integrated();
        if (heard.isEmpty()) return new Mastering(1);
        double decibels = Math.min(MOST_GAIN_DB, lufs - heard.getAsDouble());
        for (int pass = 1; pass < MOST_PASSES; pass++) {
            Mastering tried = new Mastering(Math.pow(10, decibels / 20));
            LoudnessMeter meter = new LoudnessMeter();
            try (Playing playing = tried.before(meter::take)) {
                mix.playTo(playing::take);
            }
            double missing = lufs - meter.integrated().orElse(lufs);
            if (Math.abs(missing) < CLOSE_ENOUGH) return tried;
            decibels = Math.min(MOST_GAIN_DB, decibels + missing);
        }
        return new Mastering(Math.pow(10, decibels / 20));
    }

    /** Returns what masters everything on its way to {@code sink}; close it when all is played. */
    Playing before(Sink sink) {
        return new Playing(gain, sink);
    }

    /** One sound that is being mastered. Exactly as many samples come out as went in. Not thread-safe. */
    static final class Playing implements AutoCloseable {
        private final double gain;
        private final Sink sink;
        private final Limiter limiter = new Limiter(Math.pow(10, CEILING_DB / 20));
        private int early = 2 * Limiter.LATENCY;

        private Playing(double gain, Sink sink) {
            this.gain = gain;
            this.sink = sink;
        }

        void take(float[] block) throws IOException {
            for (int i = 0; i < block.length; i++) block[i] *= (float) gain;
            limiter.next(block);
            int skipped = Math.min(early, block.length);
            early -= skipped;
            sink.take(skipped == 0 ? block : Arrays.copyOfRange(block, skipped, block.length));
        }

        @Override
        public void close() throws IOException {
            float[] rest = new float[2 * Limiter.LATENCY];
            limiter.next(rest);
            sink.take(Arrays.copyOfRange(rest, early, rest.length));
        }
    }
}
