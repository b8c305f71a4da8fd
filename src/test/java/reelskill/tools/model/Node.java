package reelskill.tools.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One operation of an ONNX graph; attributes stay as they were written. An input may be "" for an absent option. */
@SuppressWarnings("ArrayRecordComponent")
record Node(String op, List<String> inputs, List<String> outputs, List<byte[]> attributes) {
    static Node of(byte[] message) {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<byte[]> attributes = new ArrayList<>();
        String op = "";
        for (Proto.Field field : Proto.read(message)) {
            switch (field.number()) {
                case 1 -> inputs.add(field.text());
                case 2 -> outputs.add(field.text());
                case 4 -> op = field.text();
                case 5 -> attributes.add(field.bytes());
                default -> {
                    // Names and documentation of single nodes are not kept.
                }
            }
        }
        return new Node(op, List.copyOf(inputs), List.copyOf(outputs), List.copyOf(attributes));
    }

    static Node of(String op, List<String> inputs, String output, Proto... attributes) {
        return new Node(
                op,
                inputs,
                List.of(output),
                java.util.Arrays.stream(attributes).map(Proto::toBytes).toList());
    }

    String input(int index) {
        return inputs.get(index);
    }

    String output() {
        return outputs.get(0);
    }

    Node withInputs(List<String> changed) {
        return new Node(op, changed, outputs, attributes);
    }

    Node withOutput(String changed) {
        return new Node(op, inputs, List.of(changed), attributes);
    }

    /** Returns the field of AttributeProto that holds the value of an attribute. */
    Optional<Proto.Field> attribute(String name, int field) {
        for (byte[] attribute : attributes) {
            List<Proto.Field> fields = Proto.read(attribute);
            if (fields.stream().noneMatch(f -> f.number() == 1 && f.text().equals(name))) continue;
            return fields.stream().filter(f -> f.number() == field).findFirst();
        }
        return Optional.empty();
    }

    Proto proto() {
        Proto proto = new Proto();
        inputs.forEach(name -> proto.text(1, name));
        outputs.forEach(name -> proto.text(2, name));
        proto.text(4, op);
        attributes.forEach(attribute -> proto.bytes(5, attribute));
        return proto;
    }

    static Proto whole(String name, long value) {
        return new Proto().text(1, name).number(3, value).number(20, 2);
    }

    static Proto wholes(String name, long... values) {
        Proto proto = new Proto().text(1, name);
        for (long value : values) proto.number(8, value);
        return proto.number(20, 7);
    }

    static Proto text(String name, String value) {
        return new Proto().text(1, name).text(4, value).number(20, 3);
    }

    static Proto real(String name, float value) {
        return new Proto().text(1, name).real(2, value).number(20, 1);
    }
}
