package reelskill.tools.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.analysis.ContentKey;
import reelskill.tools.model.Quantiser.Range;

class ModelsTest {
    private static final Path ORIGINALS = Path.of("src/test/resources/reelskill/tools/model");

    @ParameterizedTest
    @CsvSource({"selfie_segmentation.tflite, selfie.onnx", "selfie_segmentation_landscape.tflite, selfie-landscape.onnx"
    })
    void shippedNetworkIsWhatTheConverterMakes(String original, String shipped) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/reelskill/studio/matte/models/" + shipped)) {
            assertThat(MakeModels.converted(ORIGINALS.resolve(original))).isEqualTo(in.readAllBytes());
        }
    }

    @Test
    void shippedVoiceNetworkIsMadeFromThePublishedOne() throws IOException {
        try (InputStream published = Files.newInputStream(ORIGINALS.resolve("silero-vad-v6.onnx.gz"));
                InputStream shipped =
                        getClass().getResourceAsStream("/reelskill/studio/speech/models/silero-vad-v6-16k.onnx.gz")) {
            byte[] silero = new GZIPInputStream(published).readAllBytes();
            assertThat(ContentKey.of(silero))
                    .isEqualTo("1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3");
            assertThat(MakeModels.ofManyChunks(silero)).isEqualTo(new GZIPInputStream(shipped).readAllBytes());
        }
    }

    @Test
    void shippedPortraitNetworkHasNothingThatTheRuntimeWouldComplainOf() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/reelskill/studio/matte/models/modnet-int8.onnx")) {
            OnnxModel model = OnnxModel.parse(in.readAllBytes());
            assertThat(model.withoutUnread().nodes()).hasSameSizeAs(model.nodes());
            assertThat(model.withoutUnread().weights()).hasSameSizeAs(model.weights());
        }
    }

    @Test
    void modelSurvivesReadingAndWriting() throws IOException {
        OnnxModel model = small();
        assertThat(OnnxModel.parse(model.toBytes("x")).toBytes("x")).isEqualTo(model.toBytes("x"));
    }

    @Test
    void quantisedNetworkComputesNearlyTheSame() throws OrtException {
        OnnxModel model = small();
        float[] input = random(2 * 8 * 8, 3);
        float[] exact = run(model, input);
        float[] rounded = run(quantised(model), input);
        float worst = 0;
        for (int i = 0; i < exact.length; i++) worst = Math.max(worst, Math.abs(exact[i] - rounded[i]));
        assertThat(worst).isBetween(1e-6f, 0.06f);
    }

    @Test
    void weightsStayWithinSevenBits() {
        for (byte weight : quantised(small()).weights().get("w0_q").raw())
            assertThat(weight).isBetween((byte) -63, (byte) 63);
    }

    private static OnnxModel quantised(OnnxModel model) {
        Map<String, Range> ranges = new HashMap<>();
        for (String name : Quantiser.tensors(model)) ranges.put(name, new Range(-1, 6));
        return Quantiser.quantise(model, ranges, MakeModels.LARGEST_WEIGHT);
    }

    /** Two convolutions with a Relu between. */
    private static OnnxModel small() {
        Map<String, Weights> weights = new HashMap<>();
        add(weights, Weights.floats("w0", List.of(4L, 2L, 3L, 3L), random(72, 1)));
        add(weights, Weights.floats("c0", List.of(4L), random(4, 2)));
        add(weights, Weights.floats("w1", List.of(1L, 4L, 1L, 1L), random(4, 4)));
        add(weights, Weights.floats("c1", List.of(1L), random(1, 5)));
        Proto pads = Node.wholes("pads", 1, 1, 1, 1);
        List<Node> nodes = List.of(
                Node.of("Conv", List.of("input", "w0", "c0"), "a", pads),
                Node.of("Relu", List.of("a"), "b"),
                Node.of("Conv", List.of("b", "w1", "c1"), "output"));
        return new OnnxModel(
                13,
                nodes,
                weights,
                List.of(OnnxModel.value("input", 1, 2, 8, 8)),
                List.of(OnnxModel.value("output", 1, 1, 8, 8)));
    }

    private static void add(Map<String, Weights> weights, Weights tensor) {
        weights.put(tensor.name(), tensor);
    }

    private static float[] random(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = random.nextFloat() - 0.5f;
        return values;
    }

    private static float[] run(OnnxModel model, float[] input) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(model.toBytes("test"), options);
                OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), new long[] {1, 2, 8, 8});
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            float[] output = new float[64];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(output);
            return output;
        }
    }
}
