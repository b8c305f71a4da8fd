package reelskill.route;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * The sentence embedding all-MiniLM-L6-v2, quantized, run in this process: near in meaning is near in direction. Knows
 * English; of Chinese only single characters. Needs no network. Safe for use by many threads.
 */
final class SentenceModel implements Embedding {
    private static final String NAME = "/all-minilm-l6-v2-q";

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private SentenceModel(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /** Loads the model from the class path, which takes about a second; it stays until the process ends. */
    static SentenceModel load() throws IOException, OrtException {
        try (InputStream tokenizer = open(NAME + "-tokenizer.json");
                InputStream network = open(NAME + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            // Processors without VNNI saturate in between and mistake meanings: there it multiplies exactly, and
            // slower.
            options.addConfigEntry("session.x64quantprecision", "1");
            return new SentenceModel(
                    WordPieces.read(tokenizer),
                    environment,
                    environment.createSession(network.readAllBytes(), options));
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = SentenceModel.class.getResourceAsStream(name);
        if (in == null) throw new FileNotFoundException("the program was packed without " + name);
        return in;
    }

    @Override
    public float[] of(String message) {
        long[] numbers = pieces.of(message);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor words = OnnxTensor.createTensor(environment, new long[][] {numbers});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {new long[numbers.length]});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
            return direction(((float[][][]) result.get(0).getValue())[0]);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed", e);
        }
    }

    /** The mean over the pieces, of length one, as the model was trained. */
    private static float[] direction(float[][] states) {
        float[] sum = new float[SIZE];
        for (float[] state : states) for (int i = 0; i < SIZE; i++) sum[i] += state[i];
        double square = 0;
        for (float value : sum) square += value * value;
        for (int i = 0; i < SIZE; i++) sum[i] = (float) (sum[i] / Math.sqrt(square));
        return sum;
    }
}
