package reelskill.tools.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An ONNX file, as far as the makers of models need it: one graph of nodes, constants, inputs and outputs. */
@SuppressWarnings("ArrayRecordComponent")
record OnnxModel(int opset, List<Node> nodes, Map<String, Weights> weights, List<byte[]> inputs, List<byte[]> outputs) {
    private static final int IR_VERSION = 8;

    static OnnxModel parse(byte[] file) {
        int opset = 0;
        byte[] graph = new byte[0];
        for (Proto.Field field : Proto.read(file)) {
            if (field.number() == 7) graph = field.bytes();
            if (field.number() == 8) opset = version(field.bytes());
        }
        List<Proto.Field> fields = Proto.read(graph);
        Map<String, Weights> weights = new LinkedHashMap<>();
        all(fields, 5).map(Weights::of).forEach(tensor -> weights.put(tensor.name(), tensor));
        List<Node> nodes = all(fields, 1).map(Node::of).toList();
        return new OnnxModel(
                opset, nodes, weights, all(fields, 11).toList(), all(fields, 12).toList());
    }

    private static int version(byte[] opset) {
        return (int) Proto.read(opset).stream()
                .filter(field -> field.number() == 2)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Stream<byte[]> all(List<Proto.Field> fields, int number) {
        return fields.stream().filter(field -> field.number() == number).map(Proto.Field::bytes);
    }

    /** Returns the declaration of a float tensor; a size below 1 is open. */
    static byte[] value(String name, long... shape) {
        Proto dims = new Proto();
        for (long size : shape) dims.message(1, size < 1 ? new Proto() : new Proto().number(1, size));
        Proto tensor = new Proto().number(1, Weights.FLOAT).message(2, dims);
        return new Proto()
                .text(1, name)
                .message(2, new Proto().message(1, tensor))
                .toBytes();
    }

    /** Returns this model with the named tensors as outputs too, for looking inside. */
    OnnxModel withOutputs(List<String> names) {
        List<byte[]> more = new ArrayList<>(outputs);
        names.forEach(name -> more.add(new Proto()
                .text(1, name)
                .message(2, new Proto().message(1, new Proto().number(1, Weights.FLOAT)))
                .toBytes()));
        return new OnnxModel(opset, nodes, weights, inputs, more);
    }

    /** Returns this model without what no output depends on: the runtime would complain about each. */
    OnnxModel withoutUnread() {
        Set<String> read = new HashSet<>();
        outputs.forEach(output -> read.add(name(output)));
        List<Node> kept = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.outputs().stream().noneMatch(read::contains)) continue;
            read.addAll(node.inputs());
            kept.add(0, node);
        }
        Map<String, Weights> left = new LinkedHashMap<>(weights);
        left.keySet().retainAll(read);
        return new OnnxModel(opset, kept, left, inputs, outputs);
    }

    private static String name(byte[] value) {
        return Proto.read(value).stream()
                .filter(field -> field.number() == 1)
                .findFirst()
                .orElseThrow()
                .text();
    }

    byte[] toBytes(String made) {
        return toBytes("matte", made);
    }

    byte[] toBytes(String name, String made) {
        Proto graph = new Proto();
        nodes.forEach(node -> graph.message(1, node.proto()));
        graph.text(2, name);
        weights.values().forEach(tensor -> graph.message(5, tensor.proto()));
        inputs.forEach(input -> graph.bytes(11, input));
        outputs.forEach(output -> graph.bytes(12, output));
        return new Proto()
                .number(1, IR_VERSION)
                .text(2, "reelskill")
                .text(6, made)
                .message(7, graph)
                .message(8, new Proto().text(1, "").number(2, opset))
                .toBytes();
    }
}
