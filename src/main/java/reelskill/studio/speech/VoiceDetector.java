package reelskill.studio.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reelskill.studio.speech.SpeechException.Reason;

/** Hears whether somebody speaks: Silero VAD, which goes through a sound from its beginning. Safe for use by many threads. */
public final class VoiceDetector {
    /** Samples that one answer is about: 32 ms. */
    public static final int CHUNK = 512;

    /** Of the chunk before, heard with each. */
    private static final int CONTEXT = 64;
    /** A second. Each of so many takes a fifth of the time of one alone; of more, not less. */
    private static final int AT_ONCE = 32;

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

    /** Begins to load the detector beside other work, which {@link #get} waits for: that tells what is wrong with it. */
    public static void expect() {
        CompletableFuture<VoiceDetector> unused = CompletableFuture.supplyAsync(VoiceDetector::get);
    }

    /** Returns how sure it is that somebody speaks, 0 to 100 for each {@link #CHUNK} of {@code sound}; the last may be short. */
    public byte[] percents(MonoSound sound) {
        byte[] percents = new byte[Math.toIntExact((sound.length() + CHUNK - 1) / CHUNK)];
        try (Pass pass = new Pass(sound)) {
            for (int first = 0; first < percents.length; first += AT_ONCE) pass.hear(first, percents);
        } catch (OrtException e) {
            throw new SpeechException(Reason.FAILED, "voice", e);
        }
        return percents;
    }

    /** One way through a sound. Its tensors are made once, and what they hold lies outside the heap: nothing is copied. */
    private final class Pass implements AutoCloseable {
        private final float[] read = new float[CONTEXT + AT_ONCE * CHUNK];
        private final FloatBuffer chunks = floats(AT_ONCE * (CONTEXT + CHUNK));
        private final FloatBuffer answers = floats(AT_ONCE);
        private final FloatBuffer memory = floats(STATE);
        private final FloatBuffer remembered = floats(STATE);
        private final MonoSound sound;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> outputs;

        Pass(MonoSound sound) throws OrtException {
            this.sound = sound;
            inputs =
                    Map.of("input", tensor(chunks, AT_ONCE, CONTEXT + CHUNK), "state", tensor(memory, 2, 1, STATE / 2));
            outputs = Map.of("output", tensor(answers, AT_ONCE), "stateN", tensor(remembered, 2, 1, STATE / 2));
        }

        /** Answers for the chunks from {@code first} on; behind the end of the sound it hears silence, and nobody asks. */
        void hear(int first, byte[] percents) throws OrtException {
            sound.read((long) first * CHUNK - CONTEXT, read);
            for (int i = 0; i < AT_ONCE; i++) chunks.put(i * (CONTEXT + CHUNK), read, i * CHUNK, CONTEXT + CHUNK);
            network.run(inputs, outputs).close();
            memory.put(0, remembered, 0, STATE);
            int asked = Math.min(AT_ONCE, percents.length - first);
            for (int i = 0; i < asked; i++) percents[first + i] = (byte) Math.round(100 * answers.get(i));
        }

        private static FloatBuffer floats(int size) {
            return ByteBuffer.allocateDirect(size * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        private static OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
        }

        @Override
        public void close() {
            inputs.values().forEach(OnnxTensor::close);
            outputs.values().forEach(OnnxTensor::close);
        }
    }
}
