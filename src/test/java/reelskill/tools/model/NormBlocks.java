package reelskill.tools.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MODNet normalises one half of a convolution's channels by what was learned and the other by each picture. What was
 * learned goes into the convolution, so that only the other half is left to compute:
 *
 * <pre>
 * Conv - Slice - BatchNormalization ---- Concat - Relu     becomes     Conv - Split - Relu ------------------------- Concat
 *      \ Slice - InstanceNormalization /                                          \ InstanceNormalization - Relu /
 * </pre>
 */
final class NormBlocks {
    private final OnnxModel model;
    private final Map<String, Node> producers = new HashMap<>();
    private final Map<String, Weights> weights;
    private final Set<Node> gone = new HashSet<>();
    private final Map<Node, List<Node>> instead = new HashMap<>();

    private NormBlocks(OnnxModel model) {
        this.model = model;
        this.weights = new LinkedHashMap<>(model.weights());
        for (Node node : model.nodes()) node.outputs().forEach(name -> producers.put(name, node));
    }

    /** Returns the network with every such block folded. */
    static OnnxModel folded(OnnxModel model) {
        return new NormBlocks(model).folded();
    }

    private OnnxModel folded() {
        for (Node node : model.nodes()) if (node.op().equals("Relu")) fold(node);
        List<Node> nodes = new ArrayList<>();
        for (Node node : model.nodes()) {
            if (instead.containsKey(node)) nodes.addAll(instead.get(node));
            else if (!gone.contains(node)) nodes.add(node);
        }
        return new OnnxModel(model.opset(), nodes, weights, model.inputs(), model.outputs()).withoutUnread();
    }

    private void fold(Node relu) {
        Node concat = producers.get(relu.input(0));
        if (!concat.op().equals("Concat")) return;
        Node learned = producers.get(concat.input(0));
        Node own = producers.get(concat.input(1));
        if (!learned.op().equals("BatchNormalization") || !own.op().equals("InstanceNormalization")) return;
        Node first = producers.get(learned.input(0));
        Node second = producers.get(own.input(0));
        Node convolution = producers.get(first.input(0));
        scale(convolution, learned);
        gone.addAll(List.of(concat, learned, own, first, second));
        String name = convolution.output();
        instead.put(
                relu,
                List.of(
                        new Node(
                                "Split",
                                List.of(name),
                                List.of(name + "_learned", name + "_own"),
                                List.of(Node.whole("axis", 1).toBytes())),
                        Node.of("Relu", List.of(name + "_learned"), name + "_first"),
                        own.withInputs(List.of(name + "_own", own.input(1), own.input(2))),
                        Node.of("Relu", List.of(own.output()), name + "_second"),
                        Node.of(
                                "Concat",
                                List.of(name + "_first", name + "_second"),
                                relu.output(),
                                Node.whole("axis", 1))));
    }

    private void scale(Node convolution, Node learned) {
        float[] gamma = weights.get(learned.input(1)).floats();
        float[] beta = weights.get(learned.input(2)).floats();
        float[] mean = weights.get(learned.input(3)).floats();
        float[] variance = weights.get(learned.input(4)).floats();
        float epsilon = learned.attribute("epsilon", 2).orElseThrow().real();
        Weights kernel = weights.get(convolution.input(1));
        Weights bias = weights.get(convolution.input(2));
        float[] kernels = kernel.floats();
        float[] biases = bias.floats();
        int each = kernels.length / biases.length;
        for (int channel = 0; channel < gamma.length; channel++) {
            float factor = gamma[channel] / (float) Math.sqrt(variance[channel] + epsilon);
            for (int i = channel * each; i < (channel + 1) * each; i++) kernels[i] *= factor;
            biases[channel] = (biases[channel] - mean[channel]) * factor + beta[channel];
        }
        weights.put(kernel.name(), Weights.floats(kernel.name(), kernel.dims(), kernels));
        weights.put(bias.name(), Weights.floats(bias.name(), bias.dims(), biases));
    }
}
