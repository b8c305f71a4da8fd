package reelskill.tools.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the convolutions of a network to whole numbers, in ONNX's QDQ form: weights of 8 signed bits with a scale a
 * channel, activations of 8 unsigned bits with a scale a tensor. What only moves values, works on whole numbers too.
 */
final class Quantiser {
    /** The first version in which a scale may belong to a channel. */
    private static final int OPSET = 13;
    /** A channel of another picture may go beyond what was seen by this share of its range, at both ends. */
    private static final float SPARE = 0.15f;
    /** Beyond this, what a sigmoid makes of a value is 0 or 255 of 255. */
    private static final float CERTAIN = 6.25f;

    private final OnnxModel model;
    private final Map<String, Range> ranges;
    private final int largestWeight;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Weights> weights;
    /** Tensors that there are as whole numbers, by the name of what they stand for. */
    private final Map<String, Whole> wholes = new HashMap<>();

    private final Map<String, Halves> halves;

    /** What a tensor was seen to hold. */
    record Range(float min, float max) {
        Range and(Range other) {
            return new Range(Math.min(min, other.min), Math.max(max, other.max));
        }

        /** Returns the range with 0, which padding puts there. */
        Range withZero() {
            return new Range(Math.min(0, min), Math.max(0, max));
        }

        float scale() {
            return Math.max((max - min) / 255, 1e-8f);
        }

        int zero() {
            return Math.round(-min / scale());
        }
    }

    /** A tensor of whole numbers, and the constants that tell what they mean. */
    private record Whole(String name, String scale, String zero) {}

    /** A block that normalises one half of a convolution's channels: see {@link NormBlocks}. */
    private record Halves(Node convolution, Node split, Node own, Node first, Node second, Node concat) {}

    /**
     * @param largestWeight 127, or 63 for processors whose 8-bit products are added in pairs of 16 bits and would
     *     saturate
     */
    private Quantiser(OnnxModel model, Map<String, Range> ranges, int largestWeight) {
        this.model = model;
        this.ranges = ranges;
        this.largestWeight = largestWeight;
        this.weights = new LinkedHashMap<>(model.weights());
        this.halves = halves(model);
    }

    /** Returns the tensors whose ranges {@link #quantise} needs. */
    static List<String> tensors(OnnxModel model) {
        Map<String, Halves> halves = halves(model);
        Set<String> names = new HashSet<>();
        for (Node node : convolutions(model)) {
            names.add(node.input(0));
            names.add(roundedOutput(model, halves, node));
        }
        return names.stream().sorted().toList();
    }

    /** Returns the tensors of which it needs the range of every channel, named by {@link #channel}. */
    static List<String> channels(OnnxModel model) {
        return model.nodes().stream()
                .filter(node -> node.op().equals("InstanceNormalization"))
                .map(node -> node.input(0))
                .toList();
    }

    static String channel(String tensor, int channel) {
        return tensor + "/" + channel;
    }

    static OnnxModel quantise(OnnxModel model, Map<String, Range> ranges, int largestWeight) {
        return new Quantiser(model, ranges, largestWeight).quantise();
    }

    private static List<Node> convolutions(OnnxModel model) {
        return model.nodes().stream().filter(node -> node.op().equals("Conv")).toList();
    }

    private static Map<String, Halves> halves(OnnxModel model) {
        Map<String, Node> producers = new HashMap<>();
        for (Node node : model.nodes()) node.outputs().forEach(name -> producers.put(name, node));
        Map<String, Halves> halves = new HashMap<>();
        for (Node node : model.nodes()) {
            if (!node.op().equals("Concat") || !node.inputs().stream().allMatch(producers::containsKey)) continue;
            Node first = producers.get(node.input(0));
            Node second = producers.get(node.input(1));
            if (!first.op().equals("Relu") || !second.op().equals("Relu")) continue;
            Node split = producers.get(first.input(0));
            if (!split.op().equals("Split")) continue;
            Node own = producers.get(second.input(0));
            if (own.op().equals("Reshape")) own = producers.get(own.input(0));
            Node convolution = producers.get(split.input(0));
            Halves block = new Halves(convolution, split, own, first, second, node);
            for (Node part : List.of(convolution, split, first, second, node))
                part.outputs().forEach(name -> halves.put(name, block));
        }
        return halves;
    }

    /** Returns what tells the range of a convolution's output: what alone reads it may cut it, which rounding then does. */
    private static String roundedOutput(OnnxModel model, Map<String, Halves> halves, Node convolution) {
        Halves block = halves.get(convolution.output());
        if (block != null) return block.concat().output();
        List<Node> readers = model.nodes().stream()
                .filter(node -> node.inputs().contains(convolution.output()))
                .toList();
        boolean clipped = readers.size() == 1
                && Set.of("Clip", "Relu").contains(readers.get(0).op());
        return clipped ? readers.get(0).output() : convolution.output();
    }

    private OnnxModel quantise() {
        Set<Node> chosen = new HashSet<>(convolutions(model));
        Set<String> outputs = new HashSet<>();
        chosen.forEach(node -> outputs.add(roundedOutput(model, halves, node)));
        for (Node node : model.nodes()) {
            Halves block = halves.get(node.output());
            if (block != null) {
                half(node, block);
                continue;
            }
            Node done = chosen.contains(node) ? convolution(node) : other(node);
            if (wholes.containsKey(node.output())) continue;
            if (outputs.contains(node.output())) {
                nodes.add(done.withOutput(node.output() + "_exact"));
                round(node.output() + "_exact", node.output(), range(node.output()));
            } else {
                nodes.add(done);
            }
        }
        return new OnnxModel(OPSET, nodes, new TreeMap<>(weights), model.inputs(), model.outputs()).withoutUnread();
    }

    private Range range(String tensor) {
        boolean isShare = model.nodes().stream()
                .anyMatch(node -> node.op().equals("Sigmoid") && node.inputs().contains(tensor));
        return isShare ? new Range(-CERTAIN, CERTAIN) : ranges.get(tensor).withZero();
    }

    /**
     * A normalised channel may be shifted and stretched before, so both halves take the range of the block's output,
     * which begins at 0: rounding does what both Relus do, and joining the halves moves bytes only.
     */
    private void half(Node node, Halves block) {
        Range range = range(block.concat().output());
        if (node == block.convolution()) {
            fit(node, block, range);
            nodes.add(convolution(node).withOutput(node.output() + "_exact"));
            wholes.put(node.output(), rounded(node.output() + "_exact", node.output(), range));
        } else if (node == block.split()) {
            Whole both = wholes.get(node.input(0));
            List<String> names =
                    node.outputs().stream().map(name -> name + "_q").toList();
            nodes.add(new Node("Split", List.of(both.name()), names, node.attributes()));
            wholes.put(node.outputs().get(0), new Whole(names.get(0), both.scale(), both.zero()));
            read(node.outputs().get(1), new Whole(names.get(1), both.scale(), both.zero()));
        } else if (node == block.first()) {
            wholes.put(node.output(), wholes.get(node.input(0)));
        } else if (node == block.second()) {
            Whole first = wholes.get(block.first().output());
            Whole second = new Whole(node.output() + "_q", first.scale(), first.zero());
            nodes.add(Node.of("QuantizeLinear", List.of(node.input(0), second.scale(), second.zero()), second.name()));
            wholes.put(node.output(), second);
        } else {
            Whole first = wholes.get(node.input(0));
            String name = node.output() + "_q";
            nodes.add(new Node(
                    "Concat",
                    List.of(first.name(), wholes.get(node.input(1)).name()),
                    List.of(name),
                    node.attributes()));
            read(node.output(), new Whole(name, first.scale(), first.zero()));
        }
    }

    private void fit(Node convolution, Halves block, Range range) {
        Weights kernel = weights.get(convolution.input(1));
        Weights bias = weights.get(convolution.input(2));
        float[] kernels = kernel.floats();
        float[] biases = bias.floats();
        int each = kernels.length / biases.length;
        int half = biases.length / 2;
        int normalised = channelCount(block.own().input(0));
        for (int i = half; i < biases.length; i++) {
            Range seen = ranges.get(channel(block.own().input(0), (i - half) * normalised / half));
            float spare = SPARE * (seen.max() - seen.min());
            float factor = range.max() / Math.max(1e-6f, seen.max() - seen.min() + 2 * spare);
            for (int k = i * each; k < (i + 1) * each; k++) kernels[k] *= factor;
            biases[i] = (biases[i] - seen.min() + spare) * factor;
        }
        weights.put(kernel.name(), Weights.floats(kernel.name(), kernel.dims(), kernels));
        weights.put(bias.name(), Weights.floats(bias.name(), bias.dims(), biases));
    }

    private int channelCount(String tensor) {
        int count = 0;
        while (ranges.containsKey(channel(tensor, count))) count++;
        return count;
    }

    private Node other(Node node) {
        return switch (node.op()) {
            case "Unsqueeze" -> unsqueeze(node);
            case "Resize", "SpaceToDepth" -> moved(node);
            default -> node;
        };
    }

    /** What is only moved keeps its range. */
    private Node moved(Node node) {
        Whole from = wholes.get(node.input(0));
        if (from == null && !ranges.containsKey(node.input(0))) return node;
        nodes.add(node.withOutput(node.output() + "_exact"));
        Range range = from == null ? range(node.input(0)) : new Range(0, Math.nextUp(255 * scale(from)));
        // A range that differs by nothing keeps the runtime from enlarging bytes, at which it is three times slower.
        round(node.output() + "_exact", node.output(), range);
        return node;
    }

    private float scale(Whole whole) {
        return weights.get(whole.scale()).floats()[0];
    }

    /** From version 13 on, the axes are an input. */
    private Node unsqueeze(Node node) {
        long axis = node.attribute("axes", 8).orElseThrow().numbers().get(0);
        String name = "axis_" + axis;
        weights.put(name, Weights.longs(name, axis));
        return Node.of("Unsqueeze", List.of(node.input(0), name), node.output());
    }

    private Node convolution(Node node) {
        String in = node.input(0);
        float[] scales = weight(node.input(1));
        bias(node.input(2), scales, inputScale(in));
        return node.withInputs(List.of(roundedInput(in), node.input(1) + "_dq", node.input(2) + "_dq"));
    }

    private float inputScale(String in) {
        Whole whole = wholes.get(in);
        return whole == null ? range(in).scale() : scale(whole);
    }

    private String roundedInput(String in) {
        if (wholes.containsKey(in)) return in;
        String name = in + "_in";
        if (!wholes.containsKey(name)) round(in, name, range(in));
        return name;
    }

    private void round(String from, String to, Range range) {
        read(to, rounded(from, to, range));
    }

    private Whole rounded(String from, String to, Range range) {
        String scale = to + "_scale";
        String zero = to + "_zero";
        weights.put(scale, Weights.floats(scale, List.of(), new float[] {range.scale()}));
        weights.put(zero, new Weights(zero, Weights.UINT8, List.of(), new byte[] {(byte) range.zero()}));
        nodes.add(Node.of("QuantizeLinear", List.of(from, scale, zero), to + "_q"));
        return new Whole(to + "_q", scale, zero);
    }

    private void read(String name, Whole whole) {
        wholes.put(name, whole);
        nodes.add(Node.of("DequantizeLinear", List.of(whole.name(), whole.scale(), whole.zero()), name));
    }

    private float[] weight(String name) {
        Weights weight = weights.get(name);
        int channels = Math.toIntExact(weight.dims().get(0));
        float[] values = weight.floats();
        int each = values.length / channels;
        float[] scales = new float[channels];
        byte[] small = new byte[values.length];
        for (int channel = 0; channel < channels; channel++) {
            float largest = 1e-8f;
            for (int i = 0; i < each; i++) largest = Math.max(largest, Math.abs(values[channel * each + i]));
            scales[channel] = largest / largestWeight;
            for (int i = channel * each; i < (channel + 1) * each; i++)
                small[i] = (byte) Math.round(values[i] / scales[channel]);
        }
        dequantise(name, new Weights(name + "_q", Weights.INT8, weight.dims(), small), scales, 0);
        return scales;
    }

    /** A bias is added to products of inputs and weights, so it has their scale. */
    private void bias(String name, float[] weightScales, float inputScale) {
        float[] values = weights.get(name).floats();
        int[] whole = new int[values.length];
        float[] scales = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scales[i] = weightScales[i] * inputScale;
            whole[i] = Math.round(values[i] / scales[i]);
        }
        dequantise(name, Weights.ints(name + "_q", weights.get(name).dims(), whole), scales, 0);
    }

    private void dequantise(String name, Weights small, float[] scales, int axis) {
        String scale = name + "_scale";
        String zero = name + "_zero";
        List<Long> dims = List.of((long) scales.length);
        int size = small.type() == Weights.INT8 ? 1 : 4;
        weights.put(small.name(), small);
        weights.put(scale, Weights.floats(scale, dims, scales));
        weights.put(zero, new Weights(zero, small.type(), dims, new byte[size * scales.length]));
        nodes.add(Node.of(
                "DequantizeLinear", List.of(small.name(), scale, zero), name + "_dq", Node.whole("axis", axis)));
    }
}
