package reelskill.studio.analysis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.timeline.Pace;

/**
 * Writes sound as it is heard at a pace: faster, slower or backwards, and as high as before. Short windows of it are laid
 * over each other at the new pace, each taken from where it goes on best from the one before, at most 10 ms beside its
 * place: so it stays with the picture however long it is (WSOLA, Verhelst and Roelands 1993). Memory stays flat.
 */
final class PacedSound {
    /** 32 ms: some periods of a voice, shorter than a syllable. */
    private static final int WINDOW = 1536;

    private static final int HOP = WINDOW / 2;
    private static final int SEARCH = 480;
    /** Half of the lowest pitch that is told apart needs no finer comparison. */
    private static final int COARSE = 6;

    private static final double SILENCE = 1e-5;

    private final Sound sound;
    private final Pace pace;
    private final long length;
    private final float[] shape = new float[WINDOW];

    PacedSound(Sound sound, Pace pace, FrameRate rate) {
        this.sound = sound;
        this.pace = pace;
        this.length = pace instanceof Pace.Backwards back
                ? Math.round((double) back.end() * Sound.RATE * rate.denominator() / rate.numerator())
                : sound.frames();
        for (int i = 0; i < WINDOW; i++) shape[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW));
    }

    void write(Path target, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        long total = Math.round(length / pace.factor());
        float[] open = new float[2 * WINDOW];
        long last = place(-1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            // The first window begins before the first sample, so that its rising half is over when that is heard.
            for (long step = -1; step * HOP < total; step++) {
                cancellation.throwIfCancelled();
                last = step < 0 ? last : best(place(step), last + HOP);
                add(read(last, WINDOW), open);
                if (step >= 0) out.write(bytes(open, (int) Math.min(HOP, total - step * HOP)));
                System.arraycopy(open, 2 * HOP, open, 0, 2 * HOP);
                Arrays.fill(open, 2 * HOP, open.length, 0);
                progress.accept(Math.max(0, (double) step * HOP / total));
            }
        }
    }

    /** Returns where the middle of a window would have to come from if nothing had to fit. */
    private long place(long step) {
        double middle = step * HOP + WINDOW / 2.0;
        return Math.round(middle * pace.factor() - WINDOW / 2.0);
    }

    /** Returns the place near {@code wanted} that sounds most like what would follow the last window, at {@code next}. */
    private long best(long wanted, long next) {
        if (Math.abs(next - wanted) <= 1) return next;
        float[] model = mono(read(next, HOP));
        float[] near = mono(read(wanted - SEARCH, 2 * SEARCH + HOP));
        int coarse = best(model, near, 0, 2 * SEARCH, COARSE);
        if (coarse < 0) return wanted;
        int from = Math.max(0, coarse - COARSE);
        return wanted - SEARCH + best(model, near, from, Math.min(2 * SEARCH, coarse + COARSE), 1);
    }

    private static int best(float[] model, float[] near, int from, int to, int step) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int at = from; at <= to; at += step) {
            double product = 0;
            double power = SILENCE;
            for (int i = 0; i < model.length; i += step) {
                product += model[i] * near[at + i];
                power += near[at + i] * near[at + i];
            }
            double likeness = product / Math.sqrt(power);
            if (likeness > highest) {
                highest = likeness;
                best = at;
            }
        }
        return highest <= SILENCE ? -1 : best;
    }

    private float[] read(long first, int frames) {
        float[] block = new float[2 * frames];
        if (!(pace instanceof Pace.Backwards)) {
            sound.read(first, block);
            return block;
        }
        sound.read(length - first - frames, block);
        for (int i = 0, j = 2 * frames - 2; i < j; i += 2, j -= 2) {
            swap(block, i, j);
            swap(block, i + 1, j + 1);
        }
        return block;
    }

    private static void swap(float[] block, int i, int j) {
        float kept = block[i];
        block[i] = block[j];
        block[j] = kept;
    }

    private void add(float[] window, float[] open) {
        for (int i = 0; i < window.length; i++) open[i] += window[i] * shape[i / 2];
    }

    private static float[] mono(float[] stereo) {
        float[] mono = new float[stereo.length / 2];
        for (int i = 0; i < mono.length; i++) mono[i] = stereo[2 * i] + stereo[2 * i + 1];
        return mono;
    }

    private static byte[] bytes(float[] samples, int frames) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * frames).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 2 * frames; i++) {
            bytes.putShort((short) Math.max(-32768, Math.min(32767, Math.round(samples[i] * 32768))));
        }
        return bytes.array();
    }
}
