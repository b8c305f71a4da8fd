package reelskill.tools.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the convolutions of a network to whole numbers, in ONNX's QDQ form: weights of 8 signed bits with a scale a
 * channel, activations of 8 unsigned bits with a scale a tensor. The last convolution stays exact, because its output is
 * the matte.
 */
final class Quantiser {
    /** The first version in which a scale may belong to a channel. */
    private static final int OPSET = 13;

    private final OnnxModel model;
    private final Map<String, Range> ranges;
    private final int largestWeight;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Weights> weights;
    /** Tensors that hold rounded values already. */
    private final Set<String> rounded = new HashSet<>();

    /** What a tensor was seen to hold. Always includes 0, which padding puts there. */
    record Range(float min, float max) {
        Range {
            min = Math.min(0, min);
            max = Math.max(0, max);
        }

        Range and(Range other) {
            return new Range(Math.min(min, other.min), Math.max(max, other.max));
        }

        float scale() {
            return Math.max((max - min) / 255, 1e-8f);
        }

        int zero() {
            return Math.round(-min / scale());
        }
    }

    /**
     * @param largestWeight 127, or 63 for processors whose 8-bit products are added in pairs of 16 bits and would
     *     saturate
     */
    private Quantiser(OnnxModel model, Map<String, Range> ranges, int largestWeight) {
        this.model = model;
        this.ranges = ranges;
        this.largestWeight = largestWeight;
        this.weights = new LinkedHashMap<>(model.weights());
    }

    /** Returns the tensors whose ranges {@link #quantise} needs. */
    static List<String> tensors(OnnxModel model) {
        Set<String> names = new HashSet<>();
        for (Node node : convolutions(model)) {
            names.add(node.input(0));
            names.add(roundedOutput(model, node));
        }
        return names.stream().sorted().toList();
    }

    static OnnxModel quantise(OnnxModel model, Map<String, Range> ranges, int largestWeight) {
        return new Quantiser(model, ranges, largestWeight).quantise();
    }

    private static List<Node> convolutions(OnnxModel model) {
        List<Node> all =
                model.nodes().stream().filter(node -> node.op().equals("Conv")).toList();
        return all.subList(0, all.size() - 1);
    }

    /** Returns where a convolution's output is rounded: behind the Clip that alone reads it, which rounding then does. */
    private static String roundedOutput(OnnxModel model, Node convolution) {
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
        chosen.forEach(node -> outputs.add(roundedOutput(model, node)));
        rounded.addAll(outputs);
        for (Node node : model.nodes()) {
            Node done = chosen.contains(node) ? convolution(node) : other(node);
            if (outputs.contains(node.output())) {
                nodes.add(done.withOutput(node.output() + "_exact"));
                round(node.output() + "_exact", node.output(), ranges.get(node.output()));
            } else {
                nodes.add(done);
            }
        }
        return new OnnxModel(OPSET, nodes, used(), model.inputs(), model.outputs());
    }

    private Node other(Node node) {
        if (node.op().equals("Unsqueeze")) return unsqueeze(node);
        if (node.op().equals("MatMul")) return matrix(node);
        return node;
    }

    /** From version 13 on, the axes are an input. */
    private Node unsqueeze(Node node) {
        long axis = node.attribute("axes", 8).orElseThrow().numbers().get(0);
        String name = "axis_" + axis;
        weights.put(name, Weights.longs(name, axis));
        return Node.of("Unsqueeze", List.of(node.input(0), name), node.output());
    }

    /** The two matrices are applied to one vector only, so that their size matters and not their speed. */
    private Node matrix(Node node) {
        String name = node.input(1);
        Weights matrix = weights.get(name);
        int columns = Math.toIntExact(matrix.dims().get(1));
        float[] scales = new float[columns];
        float[] values = matrix.floats();
        for (int i = 0; i < values.length; i++)
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(values[i]) / 127);
        byte[] small = new byte[values.length];
        for (int i = 0; i < values.length; i++) small[i] = (byte) Math.round(values[i] / scales[i % columns]);
        dequantise(name, new Weights(name + "_q", Weights.INT8, matrix.dims(), small), scales, 1);
        return node.withInputs(List.of(node.input(0), name + "_dq"));
    }

    private Node convolution(Node node) {
        String in = node.input(0);
        float[] scales = weight(node.input(1));
        bias(node.input(2), scales, ranges.get(in).scale());
        return node.withInputs(List.of(roundedInput(in), node.input(1) + "_dq", node.input(2) + "_dq"));
    }

    private String roundedInput(String in) {
        if (rounded.contains(in)) return in;
        String name = in + "_in";
        if (rounded.add(name)) round(in, name, ranges.get(in));
        return name;
    }

    private void round(String from, String to, Range range) {
        String scale = to + "_scale";
        String zero = to + "_zero";
        weights.put(scale, Weights.floats(scale, List.of(), new float[] {range.scale()}));
        weights.put(zero, new Weights(zero, Weights.UINT8, List.of(), new byte[] {(byte) range.zero()}));
        nodes.add(Node.of("QuantizeLinear", List.of(from, scale, zero), to + "_q"));
        nodes.add(Node.of("DequantizeLinear", List.of(to + "_q", scale, zero), to));
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

    private Map<String, Weights> used() {
        Set<String> names = new HashSet<>();
        nodes.forEach(node -> names.addAll(node.inputs()));
        Map<String, Weights> used = new TreeMap<>(weights);
        used.keySet().retainAll(names);
        return used;
    }
}
