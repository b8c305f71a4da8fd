package reelskill.tools.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MODNet's last step enlarges 32 channels to the size of the picture, joins the picture to them, and takes two
 * convolutions of that. The same comes out when the four pixels of every two by two are computed as channels at half the
 * size, which is several times faster: nothing is enlarged but the matte, and processors like many channels. Only
 * the outermost pixels differ a little.
 */
final class HalvedTail {
    private static final int PHASES = 4;
    private static final int KERNEL = 3;

    private final OnnxModel model;
    private final Map<String, Node> producers = new HashMap<>();
    private final Map<String, Weights> weights;

    private HalvedTail(OnnxModel model) {
        this.model = model;
        this.weights = new LinkedHashMap<>(model.weights());
        for (Node node : model.nodes()) node.outputs().forEach(name -> producers.put(name, node));
    }

    /** Returns the network, whose blocks are folded, with its last step at half the size. */
    static OnnxModel of(OnnxModel model) {
        return new HalvedTail(model).changed();
    }

    private OnnxModel changed() {
        Node sigmoid = model.nodes().get(model.nodes().size() - 1);
        Node last = producers.get(sigmoid.input(0));
        Node joined = producers.get(last.input(0));
        Node own = producers.get(producers.get(joined.input(1)).input(0));
        Node split = producers.get(own.input(0));
        Node convolution = producers.get(split.input(0));
        Node picture = producers.get(convolution.input(0));
        Node enlarged = producers.get(picture.input(0));
        widen(convolution);
        sum(last);
        Proto two = Node.whole("blocksize", 2);
        List<Node> nodes = new ArrayList<>();
        for (Node node : model.nodes()) {
            if (node == enlarged) nodes.add(Node.of("SpaceToDepth", List.of("input"), "picture", two));
            else if (node == picture) nodes.add(node.withInputs(List.of(enlarged.input(0), "picture")));
            else if (node == own) nodes.addAll(overAllPhases(own));
            else if (node == sigmoid) nodes.add(node.withOutput("phases"));
            else nodes.add(node);
        }
        nodes.add(Node.of("DepthToSpace", List.of("phases"), sigmoid.output(), two));
        return new OnnxModel(model.opset(), nodes, weights, model.inputs(), model.outputs());
    }

    /** The four phases of a channel are neighbours, and so one channel of four times the height. */
    private List<Node> overAllPhases(Node own) {
        String in = own.input(0);
        long channels = Weights.of(constant(own.input(1))).dims().get(0);
        weights.put("tall", Weights.longs("tall", 1, channels, -1));
        return List.of(
                Node.of("Shape", List.of(in), in + "_shape"),
                Node.of("Reshape", List.of(in, "tall"), in + "_tall"),
                own.withInputs(List.of(in + "_tall", own.input(1), own.input(2)))
                        .withOutput(own.output() + "_tall"),
                Node.of("Reshape", List.of(own.output() + "_tall", in + "_shape"), own.output()));
    }

    private byte[] constant(String name) {
        return producers.get(name).attribute("value", 5).orElseThrow().bytes();
    }

    private void widen(Node convolution) {
        Weights kernel = weights.get(convolution.input(1));
        Weights bias = weights.get(convolution.input(2));
        int outputs = Math.toIntExact(kernel.dims().get(0));
        int inputs = Math.toIntExact(kernel.dims().get(1));
        int enlarged = inputs - 3;
        int widened = enlarged + 3 * PHASES;
        float[] from = kernel.floats();
        float[] to = new float[outputs * PHASES * widened * KERNEL * KERNEL];
        for (int out = 0; out < outputs; out++) {
            for (int phase = 0; phase < PHASES; phase++) {
                Taps target = new Taps(to, (out * PHASES + phase) * widened);
                for (int in = 0; in < inputs; in++) {
                    for (int tap = 0; tap < KERNEL * KERNEL; tap++) {
                        float weight = from[(out * inputs + in) * KERNEL * KERNEL + tap];
                        int y = phase / 2 + tap / KERNEL - 1;
                        int x = phase % 2 + tap % KERNEL - 1;
                        if (in < enlarged) target.addBetween(in, y, x, weight);
                        else target.addPixel(enlarged, in - enlarged, y, x, weight);
                    }
                }
            }
        }
        weights.put(
                kernel.name(),
                Weights.floats(
                        kernel.name(),
                        List.of((long) outputs * PHASES, (long) widened, (long) KERNEL, (long) KERNEL),
                        to));
        weights.put(
                bias.name(),
                Weights.floats(bias.name(), List.of((long) outputs * PHASES), repeated(bias.floats(), PHASES)));
    }

    /** The kernels of one output; places are pixels of the whole size, counted from the first of two by two. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Taps(float[] all, int first) {
        /** Adds a pixel of the enlarged channels: a mixture of four, each three quarters or one quarter away. */
        void addBetween(int channel, int y, int x, float weight) {
            int top = Math.floorDiv(y - 1, 2);
            int left = Math.floorDiv(x - 1, 2);
            float up = y % 2 == 0 ? 0.25f : 0.75f;
            float before = x % 2 == 0 ? 0.25f : 0.75f;
            add(channel, top, left, weight * up * before);
            add(channel, top, left + 1, weight * up * (1 - before));
            add(channel, top + 1, left, weight * (1 - up) * before);
            add(channel, top + 1, left + 1, weight * (1 - up) * (1 - before));
        }

        void addPixel(int channels, int colour, int y, int x, float weight) {
            int phase = Math.floorMod(y, 2) * 2 + Math.floorMod(x, 2);
            add(channels + phase * 3 + colour, Math.floorDiv(y, 2), Math.floorDiv(x, 2), weight);
        }

        private void add(int channel, int row, int column, float weight) {
            all[((first + channel) * KERNEL + row + 1) * KERNEL + column + 1] += weight;
        }
    }

    private void sum(Node last) {
        Weights kernel = weights.get(last.input(1));
        Weights bias = weights.get(last.input(2));
        float[] from = kernel.floats();
        float[] to = new float[PHASES * from.length * PHASES];
        for (int phase = 0; phase < PHASES; phase++) {
            for (int in = 0; in < from.length; in++) to[(phase * from.length + in) * PHASES + phase] = from[in];
        }
        List<Long> dims = List.of((long) PHASES, (long) from.length * PHASES, 1L, 1L);
        weights.put(kernel.name(), Weights.floats(kernel.name(), dims, to));
        weights.put(bias.name(), Weights.floats(bias.name(), List.of((long) PHASES), repeated(bias.floats(), PHASES)));
    }

    private static float[] repeated(float[] values, int times) {
        float[] repeated = new float[values.length * times];
        for (int i = 0; i < repeated.length; i++) repeated[i] = values[i / times];
        return repeated;
    }
}
