package reelskill.studio.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reelskill.studio.speech.SpeechException.Reason;

/** Hears whether somebody speaks: Silero VAD, which goes through a sound from its beginning. Safe for use by many threads. */
public final class VoiceDetector {
    /** Samples that one answer is about: 32 ms. */
    public static final int CHUNK = 512;

    private static final int CONTEXT = 64;
    private static final int STATE = 2 * 128;

    private static @Nullable VoiceDetector loaded;

    private final OrtSession network = SpeechModel.VOICE.open();

    private VoiceDetector() {}

    /**
     * Returns the detector, loaded on the first call, which takes as long as hearing a minute; it stays until the process
     * ends, 2 MB.
     *
     * @throws SpeechException if it cannot run here
     */
    public static synchronized VoiceDetector get() {
        VoiceDetector found = loaded;
        if (found == null) {
            found = new VoiceDetector();
            loaded = found;
        }
        return found;
    }

    /** Returns how sure it is that somebody speaks, 0 to 100 for each {@link #CHUNK} of {@code sound}; the last may be short. */
    public byte[] percents(MonoSound sound) {
        byte[] percents = new byte[Math.toIntExact((sound.length() + CHUNK - 1) / CHUNK)];
        try (Pass pass = new Pass(sound)) {
            for (int chunk = 0; chunk < percents.length; chunk++) {
                percents[chunk] = (byte) Math.round(100 * pass.next((long) chunk * CHUNK));
            }
        } catch (OrtException e) {
            throw new SpeechException(Reason.FAILED, "voice", e);
        }
        return percents;
    }

    /** One way through a sound. Its tensors are made once: making them would take as long as hearing. */
    private final class Pass implements AutoCloseable {
        private final FloatBuffer samples = floats(CONTEXT + CHUNK);
        private final FloatBuffer memory = floats(STATE);
        private final FloatBuffer remembered = floats(STATE);
        private final FloatBuffer answer = floats(1);
        private final float[] context = new float[CONTEXT];
        private final float[] chunk = new float[CHUNK];
        private final MonoSound sound;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> outputs;

        Pass(MonoSound sound) throws OrtException {
            this.sound = sound;
            sound.read(-CONTEXT, context);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            inputs = Map.of(
                    "input", OnnxTensor.createTensor(environment, samples, new long[] {1, CONTEXT + CHUNK}),
                    "state", OnnxTensor.createTensor(environment, memory, new long[] {2, 1, STATE / 2}),
                    "sr",
                            OnnxTensor.createTensor(
                                    environment, LongBuffer.wrap(new long[] {MonoSound.RATE}), new long[0]));
            outputs = Map.of(
                    "output", OnnxTensor.createTensor(environment, answer, new long[] {1, 1}),
                    "stateN", OnnxTensor.createTensor(environment, remembered, new long[] {2, 1, STATE / 2}));
        }

        /** Returns the probability of speech in the next chunk, which begins at {@code first}. */
        float next(long first) throws OrtException {
            sound.read(first, chunk);
            samples.put(0, context).put(CONTEXT, chunk);
            System.arraycopy(chunk, CHUNK - CONTEXT, context, 0, CONTEXT);
            network.run(inputs, outputs).close();
            memory.put(0, remembered, 0, STATE);
            return answer.get(0);
        }

        /** The tensors are these buffers themselves, since they lie outside the heap. */
        private static FloatBuffer floats(int size) {
            return ByteBuffer.allocateDirect(size * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        @Override
        public void close() {
            inputs.values().forEach(OnnxTensor::close);
            outputs.values().forEach(OnnxTensor::close);
        }
    }
}
