package reelskill.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The decoded sound of a media file: 48 kHz, stereo. Frame 0 sounds at the media's time 0. Reads from disk, so that any
 * length takes no memory. Safe for use by many threads.
 */
public final class Sound implements AutoCloseable {
    /** Frames a second; one frame is a sample for the left and one for the right ear. */
    public static final int RATE = 48_000;

    private static final int BYTES_PER_FRAME = 4;
    private static final float ONE_STEP = 1 / 32768f;

    private final FileChannel samples;
    private final long frames;

    Sound(Path file) throws IOException {
        samples = FileChannel.open(file, StandardOpenOption.READ);
        frames = samples.size() / BYTES_PER_FRAME;
    }

    /** Returns how many frames there are; may differ a little from the picture's end. */
    public long frames() {
        return frames;
    }

    /**
     * Fills {@code interleaved}, left before right, with the frames from {@code first} on, each sample from -1 to 1.
     * Before the beginning and after the end is silence.
     */
    public void read(long first, float[] interleaved) {
        int wanted = interleaved.length / 2;
        int before = (int) Math.min(wanted, Math.max(0, -first));
        int there = (int) Math.max(0, Math.min(wanted - before, frames - (first + before)));
        ByteBuffer bytes = ByteBuffer.allocate(there * BYTES_PER_FRAME).order(ByteOrder.LITTLE_ENDIAN);
        fill(bytes, (first + before) * BYTES_PER_FRAME);
        short[] stored = new short[there * 2];
        bytes.rewind().asShortBuffer().get(stored);
        Arrays.fill(interleaved, 0);
        for (int i = 0; i < stored.length; i++) interleaved[before * 2 + i] = stored[i] * ONE_STEP;
    }

    @Override
    public void close() {
        try {
            samples.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(ByteBuffer bytes, long position) {
        try {
            while (bytes.hasRemaining() && samples.read(bytes, position + bytes.position()) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
