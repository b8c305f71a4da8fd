package reelskill.tools.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A constant tensor of an ONNX graph. The data is little endian, as ONNX's {@code raw_data}. */
@SuppressWarnings("ArrayRecordComponent")
record Weights(String name, int type, List<Long> dims, byte[] raw) {
    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT8 = 3;
    static final int INT32 = 6;
    static final int INT64 = 7;
    static final int FLOAT16 = 10;

    static Weights of(byte[] message) {
        String name = "";
        int type = 0;
        List<Long> dims = new java.util.ArrayList<>();
        byte[] raw = new byte[0];
        for (Proto.Field field : Proto.read(message)) {
            switch (field.number()) {
                case 1 -> dims.addAll(field.numbers());
                case 2 -> type = (int) field.value();
                case 4 -> raw = field.bytes();
                case 7 -> raw = longs(field.numbers());
                case 8 -> name = field.text();
                case 9 -> raw = field.bytes();
                default -> throw new IllegalArgumentException("tensor field " + field.number());
            }
        }
        return new Weights(name, type, List.copyOf(dims), raw);
    }

    static Weights floats(String name, List<Long> dims, float[] values) {
        ByteBuffer raw = buffer(4 * values.length);
        for (float value : values) raw.putFloat(value);
        return new Weights(name, FLOAT, dims, raw.array());
    }

    static Weights ints(String name, List<Long> dims, int[] values) {
        ByteBuffer raw = buffer(4 * values.length);
        for (int value : values) raw.putInt(value);
        return new Weights(name, INT32, dims, raw.array());
    }

    static Weights longs(String name, long... values) {
        return new Weights(
                name,
                INT64,
                List.of((long) values.length),
                longs(Arrays.stream(values).boxed().toList()));
    }

    float[] floats() {
        float[] values = new float[raw.length / 4];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    Proto proto() {
        Proto proto = new Proto();
        dims.forEach(dim -> proto.number(1, dim));
        return proto.number(2, type).text(8, name).bytes(9, raw);
    }

    private static byte[] longs(List<Long> values) {
        ByteBuffer raw = buffer(8 * values.size());
        values.forEach(raw::putLong);
        return raw.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
