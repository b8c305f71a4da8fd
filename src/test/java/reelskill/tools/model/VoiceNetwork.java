package reelskill.tools.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Silero VAD hears one chunk at a call, though only its memory needs the chunk before. Here it hears as many chunks at once
 * as it is given: they lie below each other as the rows of a picture, so that a convolution goes through all of them, and
 * the memory goes from row to row. The weights are as published and the answers the same but for rounding. What hears 8 kHz
 * is left out.
 *
 * <pre>
 * input    chunks × 576: each chunk of 512 samples at 16 kHz, behind the last 64 of the one before
 * state    2 × 1 × 128: what it remembers, nothing at first
 * output   chunks: the probability of speech in each
 * stateN   what it remembers then
 * </pre>
 */
final class VoiceNetwork {
    private static final int OPSET = 16;
    private static final int SAMPLES = 512 + 64;
    private static final int MIRRORED = 64;
    private static final int HOP = 128;
    private static final int MEMORY = 128;
    private static final long[] STRIDES = {1, 2, 2, 1};

    /** What was published, by the last part of its name. */
    private final Map<String, Weights> published;

    private final Map<String, Weights> weights = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private VoiceNetwork(Map<String, Weights> published) {
        this.published = published;
    }

    static OnnxModel ofManyChunks(byte[] silero) {
        Node rates = OnnxModel.parse(silero).nodes().stream()
                .filter(node -> node.op().equals("If"))
                .findFirst()
                .orElseThrow();
        byte[] of16 = rates.attribute("then_branch", 6).orElseThrow().bytes();
        return new VoiceNetwork(Proto.read(of16).stream()
                        .filter(field -> field.number() == 1)
                        .map(field -> Node.of(field.bytes()))
                        .filter(node -> node.op().equals("Constant"))
                        .collect(Collectors.toMap(VoiceNetwork::lastName, VoiceNetwork::tensor)))
                .made();
    }

    private static String lastName(Node constant) {
        return constant.output().substring(constant.output().lastIndexOf("__") + 2);
    }

    private static Weights tensor(Node constant) {
        return Weights.of(constant.attribute("value", 5).orElseThrow().bytes());
    }

    private OnnxModel made() {
        spectrum();
        for (int layer = 0; layer < STRIDES.length; layer++) convolution(layer);
        memory();
        answer();
        return new OnnxModel(
                OPSET,
                nodes,
                weights,
                List.of(OnnxModel.value("input", 0, SAMPLES), OnnxModel.value("state", 2, 1, MEMORY)),
                List.of(OnnxModel.value("output", 0), OnnxModel.value("stateN", 2, 1, MEMORY)));
    }

    private void spectrum() {
        add("Unsqueeze", List.of("input", put(Weights.longs("picture", 0, 1))), "rows");
        String mirrored = put(Weights.longs("mirrored", 0, 0, 0, 0, 0, 0, 0, MIRRORED));
        add("Pad", List.of("rows", mirrored), "longer", Node.text("mode", "reflect"));
        add("Conv", List.of("longer", flat("stft.forward_basis_buffer")), "waves", Node.wholes("strides", 1, HOP));
        nodes.add(new Node(
                "Split",
                List.of("waves"),
                List.of("real", "imaginary"),
                List.of(Node.whole("axis", 1).toBytes())));
        add("Mul", List.of("real", "real"), "real2");
        add("Mul", List.of("imaginary", "imaginary"), "imaginary2");
        add("Add", List.of("real2", "imaginary2"), "power");
        add("Sqrt", List.of("power"), "heard0");
    }

    private void convolution(int layer) {
        String name = "encoder." + layer + ".reparam_conv.";
        add(
                "Conv",
                List.of("heard" + layer, flat(name + "weight"), put(published.get(name + "bias"), name + "bias")),
                "linear" + layer,
                Node.wholes("strides", 1, STRIDES[layer]),
                Node.wholes("pads", 0, 1, 0, 1));
        add("Relu", List.of("linear" + layer), "heard" + (layer + 1));
    }

    /** Only here is a chunk heard after the one before. */
    private void memory() {
        add("Transpose", List.of("heard" + STRIDES.length), "turned", Node.wholes("perm", 2, 3, 0, 1));
        add("Squeeze", List.of("turned", put(Weights.longs("one", 1))), "steps");
        nodes.add(new Node(
                "Split",
                List.of("state"),
                List.of("said", "kept"),
                List.of(Node.whole("axis", 0).toBytes())));
        nodes.add(new Node(
                "LSTM",
                List.of("steps", gates("weight_ih"), gates("weight_hh"), biases(), "", "said", "kept"),
                List.of("answers", "saidN", "keptN"),
                List.of(Node.whole("hidden_size", MEMORY).toBytes())));
        add("Concat", List.of("saidN", "keptN"), "stateN", Node.whole("axis", 0));
    }

    private void answer() {
        add("Relu", List.of("answers"), "positive");
        Weights factors = published.get("decoder.decoder.2.weight");
        add("MatMul", List.of("positive", put(factors, "factors", MEMORY, 1)), "sum");
        add("Add", List.of("sum", put(published.get("decoder.decoder.2.bias"), "bias")), "moved");
        add("Sigmoid", List.of("moved"), "sure");
        add("Reshape", List.of("sure", put(Weights.longs("list", -1))), "output");
    }

    private void add(String op, List<String> inputs, String output, Proto... attributes) {
        nodes.add(Node.of(op, inputs, output, attributes));
    }

    private String put(Weights tensor) {
        weights.put(tensor.name(), tensor);
        return tensor.name();
    }

    /** @param dims its own where none are told */
    private String put(Weights tensor, String name, long... dims) {
        List<Long> shape = dims.length == 0
                ? tensor.dims()
                : java.util.Arrays.stream(dims).boxed().toList();
        return put(new Weights(name, tensor.type(), shape, tensor.raw()));
    }

    /** A convolution along a line, as one along the rows of a picture. */
    private String flat(String name) {
        Weights line = published.get(name);
        return put(
                line,
                name,
                line.dims().get(0),
                line.dims().get(1),
                1,
                line.dims().get(2));
    }

    private String gates(String name) {
        Weights all = published.get("decoder.rnn." + name);
        byte[] turned = turned(all.raw());
        return put(new Weights(
                name, all.type(), List.of(1L, all.dims().get(0), all.dims().get(1)), turned));
    }

    private String biases() {
        Weights in = published.get("decoder.rnn.bias_ih");
        byte[] both = ByteBuffer.allocate(2 * in.raw().length)
                .put(turned(in.raw()))
                .put(turned(published.get("decoder.rnn.bias_hh").raw()))
                .array();
        return put(new Weights("biases", in.type(), List.of(1L, 2 * in.dims().get(0)), both));
    }

    /** PyTorch keeps the gates in, forget, cell, out; ONNX in, out, forget, cell. */
    private static byte[] turned(byte[] gates) {
        ByteBuffer turned = ByteBuffer.allocate(gates.length);
        int gate = gates.length / 4;
        for (int from : new int[] {0, 3, 1, 2}) turned.put(gates, from * gate, gate);
        return turned.array();
    }
}
