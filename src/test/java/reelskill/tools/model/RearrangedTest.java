package reelskill.tools.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reelskill.tools.model.Quantiser.Range;

/** A small network that has MODNet's peculiar parts, before and after each is rearranged. */
class RearrangedTest {
    private static final int SIDE = 16;

    private final Map<String, Weights> weights = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final OnnxModel model = network();

    @Test
    void foldedBlocksComputeTheSame() throws OrtException {
        assertThat(worst(run(model), run(NormBlocks.folded(model)), 0)).isLessThan(1e-4f);
        assertThat(ops(NormBlocks.folded(model))).doesNotContain("BatchNormalization", "Slice");
    }

    @Test
    void gateOfConvolutionsComputesTheSame() throws OrtException {
        assertThat(worst(run(model), run(Gate.asConvolutions(model)), 0)).isLessThan(1e-5f);
        assertThat(ops(Gate.asConvolutions(model))).doesNotContain("MatMul", "Reshape", "Expand");
    }

    @Test
    void halvedTailComputesTheSameButAtTheBorder() throws OrtException {
        OnnxModel halved = HalvedTail.of(NormBlocks.folded(model));
        assertThat(worst(run(model), run(halved), 2)).isLessThan(5e-3f);
        assertThat(ops(halved)).doesNotContain("Resize").contains("DepthToSpace");
    }

    @Test
    void roundedNetworkComputesNearlyTheSame() throws OrtException {
        OnnxModel exact = HalvedTail.of(NormBlocks.folded(Gate.asConvolutions(model)));
        OnnxModel rounded = Quantiser.quantise(exact, ranges(exact), MakeModels.LARGEST_WEIGHT);
        assertThat(worst(run(exact), run(rounded), 0)).isBetween(1e-6f, 0.08f);
        assertThat(rounded.nodes().stream().filter(node -> node.op().equals("Concat")))
                .as("halves are joined as bytes")
                .anyMatch(node -> node.inputs().stream().allMatch(name -> name.endsWith("_q")));
    }

    /** A block of 8 channels at half the size, its gate, twice the size, joined by the picture, a block, a matte. */
    private OnnxModel network() {
        convolution("input", "small", 3, 8, 3, Node.wholes("pads", 1, 1, 1, 1), Node.wholes("strides", 2, 2));
        block("small", 8);
        gate("small_out", 8);
        constant("roi", Weights.floats("", List.of(0L), new float[0]));
        constant("scales", Weights.floats("", List.of(4L), new float[] {1, 1, 2, 2}));
        nodes.add(Node.of(
                "Resize",
                List.of("gated", "roi", "scales"),
                "large",
                Node.text("mode", "linear"),
                Node.text("coordinate_transformation_mode", "pytorch_half_pixel")));
        nodes.add(Node.of("Concat", List.of("large", "input"), "joined", Node.whole("axis", 1)));
        convolution("joined", "last", 11, 4, 3, Node.wholes("pads", 1, 1, 1, 1));
        block("last", 4);
        convolution("last_out", "logits", 4, 1, 1);
        nodes.add(Node.of("Sigmoid", List.of("logits"), "output"));
        return new OnnxModel(
                11,
                List.copyOf(nodes),
                weights,
                List.of(OnnxModel.value("input", 1, 3, SIDE, SIDE)),
                List.of(OnnxModel.value("output", 1, 1, SIDE, SIDE)));
    }

    private void convolution(String in, String out, int inputs, int outputs, int side, Proto... attributes) {
        int size = outputs * inputs * side * side;
        List<Long> dims = List.of((long) outputs, (long) inputs, (long) side, (long) side);
        put(Weights.floats(out + "_w", dims, random(size, out.hashCode(), 0)));
        put(Weights.floats(out + "_b", List.of((long) outputs), random(outputs, 7, 0)));
        nodes.add(Node.of("Conv", List.of(in, out + "_w", out + "_b"), out, attributes));
    }

    private void block(String in, int channels) {
        long half = channels / 2;
        slice(in, in + "_1", 0, half);
        slice(in, in + "_2", half, channels);
        for (String name : List.of("gamma", "beta", "mean"))
            put(Weights.floats(in + name, List.of(half), random((int) half, name.hashCode(), 0)));
        put(Weights.floats(in + "variance", List.of(half), random((int) half, 4, 1)));
        List<String> learned = Stream.of("_1", "gamma", "beta", "mean", "variance")
                .map(in::concat)
                .toList();
        nodes.add(Node.of("BatchNormalization", learned, in + "_3", Node.real("epsilon", 1e-5f)));
        float[] ones = new float[(int) half];
        java.util.Arrays.fill(ones, 1);
        constant(in + "_one", Weights.floats("", List.of(half), ones));
        constant(in + "_none", Weights.floats("", List.of(half), new float[(int) half]));
        nodes.add(Node.of(
                "InstanceNormalization",
                List.of(in + "_2", in + "_one", in + "_none"),
                in + "_4",
                Node.real("epsilon", 1e-5f)));
        nodes.add(Node.of("Concat", List.of(in + "_3", in + "_4"), in + "_5", Node.whole("axis", 1)));
        nodes.add(Node.of("Relu", List.of(in + "_5"), in + "_out"));
    }

    private void slice(String in, String out, long from, long to) {
        put(Weights.longs(out + "_from", from));
        put(Weights.longs(out + "_to", to));
        put(Weights.longs(out + "_axis", 1));
        nodes.add(Node.of("Slice", List.of(in, out + "_from", out + "_to", out + "_axis"), out));
    }

    private void gate(String in, int channels) {
        put(Weights.floats("down", List.of((long) channels, 2L), random(2 * channels, 8, 0)));
        put(Weights.floats("up", List.of(2L, (long) channels), random(2 * channels, 9, 0)));
        put(Weights.longs("flat", 1, channels));
        put(Weights.longs("deep", 1, channels, 1, 1));
        nodes.add(Node.of("GlobalAveragePool", List.of(in), "mean"));
        nodes.add(Node.of("Reshape", List.of("mean", "flat"), "vector"));
        nodes.add(Node.of("MatMul", List.of("vector", "down"), "few"));
        nodes.add(Node.of("Relu", List.of("few"), "some"));
        nodes.add(Node.of("MatMul", List.of("some", "up"), "many"));
        nodes.add(Node.of("Sigmoid", List.of("many"), "shares"));
        nodes.add(Node.of("Reshape", List.of("shares", "deep"), "channels"));
        nodes.add(Node.of("Shape", List.of(in), "shape"));
        nodes.add(Node.of("Expand", List.of("channels", "shape"), "wide"));
        nodes.add(Node.of("Mul", List.of(in, "wide"), "gated"));
    }

    private void constant(String name, Weights value) {
        Proto attribute = new Proto().text(1, "value").message(5, value.proto()).number(20, 4);
        nodes.add(Node.of("Constant", List.of(), name, attribute));
    }

    private void put(Weights tensor) {
        weights.put(tensor.name(), tensor);
    }

    private static Map<String, Range> ranges(OnnxModel model) throws OrtException {
        List<String> channels = Quantiser.channels(model);
        List<String> tensors = Quantiser.tensors(model).stream()
                .filter(name -> !name.equals("input"))
                .toList();
        Map<String, Range> ranges = new HashMap<>(Map.of("input", new Range(-1, 1)));
        OnnxModel open = model.withOutputs(
                Stream.concat(tensors.stream(), channels.stream()).toList());
        try (OrtSession session = session(open);
                OnnxTensor input = input();
                OrtSession.Result result = session.run(Map.of("input", input))) {
            Calibration.add(result, tensors, channels, ranges);
        }
        return ranges;
    }

    private static List<String> ops(OnnxModel model) {
        return model.nodes().stream().map(Node::op).toList();
    }

    private static float worst(float[] some, float[] others, int border) {
        assertThat(others).hasSameSizeAs(some);
        float worst = 0;
        for (int i = 0; i < some.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            boolean inside = Math.min(Math.min(x, y), SIDE - 1 - Math.max(x, y)) >= border;
            if (inside) worst = Math.max(worst, Math.abs(some[i] - others[i]));
        }
        return worst;
    }

    private static float[] run(OnnxModel model) throws OrtException {
        try (OrtSession session = session(model);
                OnnxTensor input = input();
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[] output = new float[SIDE * SIDE];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(output);
            return output;
        }
    }

    private static OrtSession session(OnnxModel model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            return OrtEnvironment.getEnvironment().createSession(model.toBytes("test"), options);
        }
    }

    private static OnnxTensor input() throws OrtException {
        FloatBuffer values = FloatBuffer.wrap(random(3 * SIDE * SIDE, 1, 0));
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, new long[] {1, 3, SIDE, SIDE});
    }

    /** Returns values of one half less to one half more than {@code middle}. */
    private static float[] random(int size, long seed, int middle) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = random.nextFloat() - 0.5f + middle;
        return values;
    }
}
