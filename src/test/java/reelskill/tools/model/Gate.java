package reelskill.tools.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MODNet weighs the channels of its coarsest level by two matrices. As convolutions of one place they are the same, but
 * their weights stay whole numbers while they are used:
 *
 * <pre>
 * GlobalAveragePool - Reshape - MatMul - Relu - MatMul - Sigmoid - Reshape - Expand - Mul
 * GlobalAveragePool - Conv - Relu - Conv - Sigmoid - Mul
 * </pre>
 */
final class Gate {
    private final OnnxModel model;
    private final Map<String, Weights> weights;
    /** What is read in place of a tensor, since no shape changes any more. */
    private final Map<String, String> renamed = new HashMap<>();

    private Gate(OnnxModel model) {
        this.model = model;
        this.weights = new LinkedHashMap<>(model.weights());
    }

    static OnnxModel asConvolutions(OnnxModel model) {
        return new Gate(model).changed();
    }

    private OnnxModel changed() {
        List<Node> nodes = new ArrayList<>();
        boolean inside = false;
        for (Node node : model.nodes()) {
            if (node.op().equals("Mul")) inside = false;
            Node read = node.withInputs(node.inputs().stream()
                    .map(name -> renamed.getOrDefault(name, name))
                    .toList());
            if (node.op().equals("MatMul")) nodes.add(convolution(read));
            else if (inside && Set.of("Reshape", "Expand").contains(node.op()))
                renamed.put(node.output(), read.input(0));
            else nodes.add(read);
            if (node.op().equals("GlobalAveragePool")) inside = true;
        }
        return new OnnxModel(model.opset(), nodes, weights, model.inputs(), model.outputs()).withoutUnread();
    }

    private Node convolution(Node matrix) {
        Weights from = weights.get(matrix.input(1));
        int inputs = Math.toIntExact(from.dims().get(0));
        int outputs = Math.toIntExact(from.dims().get(1));
        float[] values = from.floats();
        float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) turned[i % outputs * inputs + i / outputs] = values[i];
        String bias = from.name() + "_bias";
        weights.put(from.name(), Weights.floats(from.name(), List.of((long) outputs, (long) inputs, 1L, 1L), turned));
        weights.put(bias, Weights.floats(bias, List.of((long) outputs), new float[outputs]));
        return Node.of("Conv", List.of(matrix.input(0), from.name(), bias), matrix.output());
    }
}
