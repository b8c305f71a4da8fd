package reelskill.studio.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reelskill.studio.speech.SpeechException.Reason;

/**
 * Writes down English speech: Moonshine tiny, which takes the likeliest token each time. Needs no network. Takes 0.6 s to
 * load. Safe for use by many threads, and meant for it: each call works on the thread that makes it.
 */
final class Recognizer implements AutoCloseable {
    /** Longer stretches than this were not in what the network learned from. */
    static final int LONGEST_SECONDS = 28;

    private static final int LAYERS = 6;
    private static final int BEGIN = 1;
    private static final int END = 2;
    /** Nobody says more; what goes on beyond it is the network repeating itself. */
    private static final double TOKENS_PER_SECOND = 6.5;

    private final Vocabulary vocabulary = new Vocabulary();
    private final OrtSession encoder = SpeechModel.ENCODER.open();
    private final OrtSession decoder = SpeechModel.DECODER.open();
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

    /** Returns what is said in {@code samples} of {@link MonoSound#RATE}, at most {@link #LONGEST_SECONDS} of them. */
    Recognized recognize(float[] samples) {
        int most = (int) (TOKENS_PER_SECOND * samples.length / MonoSound.RATE) + 2;
        try (OnnxTensor sound = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(samples), new long[] {1, samples.length});
                OrtSession.Result heard = encoder.run(Map.of("input_values", sound));
                Memory memory = new Memory((OnnxTensor) heard.get(0))) {
            return write(memory, most);
        } catch (OrtException e) {
            throw new SpeechException(Reason.FAILED, "recognizer", e);
        }
    }

    private Recognized write(Memory memory, int most) throws OrtException {
        List<Integer> tokens = new ArrayList<>();
        List<Double> confidences = new ArrayList<>();
        int token = BEGIN;
        while (tokens.size() < most) {
            Choice next = memory.next(token);
            if (next.token == END) return new Recognized(vocabulary.words(tokens, confidences), false);
            token = next.token;
            tokens.add(token);
            confidences.add(next.confidence);
            int said = Repetition.onceIn(tokens);
            if (said < tokens.size())
                return new Recognized(vocabulary.words(tokens.subList(0, said), confidences), true);
        }
        return new Recognized(vocabulary.words(tokens, confidences), true);
    }

    @Override
    public void close() {
        for (OrtSession network : new OrtSession[] {encoder, decoder}) {
            try {
                network.close();
            } catch (OrtException e) {
                // It was closed before; there is nothing left to free.
            }
        }
    }

    /** A token and the share of certainty that it got. */
    private record Choice(int token, double confidence) {
        static Choice likeliest(FloatBuffer logits) {
            int best = 0;
            for (int i = 1; i < logits.limit(); i++) if (logits.get(i) > logits.get(best)) best = i;
            double sum = 0;
            for (int i = 0; i < logits.limit(); i++) sum += Math.exp(logits.get(i) - logits.get(best));
            return new Choice(best, 1 / sum);
        }
    }

    /** What the decoder remembers of the sound and of what it wrote: its own last answer goes back to it as it is. */
    private final class Memory implements AutoCloseable {
        private final OnnxTensor heard;
        private final Map<String, OnnxTensorLike> past = new HashMap<>();
        private final OnnxTensor nothing;
        /** The first answer holds what does not change any more; the last one what does. */
        private final List<OrtSession.Result> held = new ArrayList<>();

        Memory(OnnxTensor heard) throws OrtException {
            this.heard = heard;
            nothing = OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), new long[] {0, 8, 1, 36});
            for (int layer = 0; layer < LAYERS; layer++) {
                for (String part : List.of("decoder.key", "decoder.value", "encoder.key", "encoder.value")) {
                    past.put("past_key_values." + layer + "." + part, nothing);
                }
            }
        }

        Choice next(int token) throws OrtException {
            boolean first = held.isEmpty();
            Map<String, OnnxTensorLike> inputs = new HashMap<>(past);
            try (OnnxTensor written = OnnxTensor.createTensor(
                            environment, LongBuffer.wrap(new long[] {token}), new long[] {1, 1});
                    OnnxTensor hasPast = OnnxTensor.createTensor(environment, new boolean[] {!first})) {
                inputs.put("input_ids", written);
                inputs.put("encoder_hidden_states", heard);
                inputs.put("use_cache_branch", hasPast);
                OrtSession.Result result = decoder.run(inputs);
                remember(result, first);
                return Choice.likeliest(((OnnxTensor) result.get(0)).getFloatBuffer());
            }
        }

        private void remember(OrtSession.Result result, boolean first) {
            past.replaceAll((name, before) -> first || name.contains(".decoder.")
                    ? (OnnxTensor) result.get(name.replace("past_key_values", "present"))
                            .orElseThrow()
                    : before);
            if (held.size() == 2) held.remove(1).close();
            held.add(result);
        }

        @Override
        public void close() {
            held.forEach(OrtSession.Result::close);
            nothing.close();
        }
    }
}
