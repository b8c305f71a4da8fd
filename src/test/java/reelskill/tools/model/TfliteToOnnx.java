package reelskill.tools.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rewrites a TFLite network as ONNX: the operations that MediaPipe's two selfie models use, exactly. Tensors turn from
 * NHWC to NCHW; weights stay half precision as they came.
 */
final class TfliteToOnnx {
    private static final int OPSET = 14;
    private static final int SAME = 0;
    /** What the custom operation's struct calls SAME. */
    private static final int CUSTOM_SAME = 1;

    private final List<Flatbuffer> codes;
    private final List<Flatbuffer> buffers;
    private final List<Flatbuffer> tensors;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Weights> weights = new LinkedHashMap<>();
    /** Outputs of DEQUANTIZE, by the half precision constant they come from. */
    private final Map<Integer, Integer> halves = new HashMap<>();

    private TfliteToOnnx(Flatbuffer model, Flatbuffer graph) {
        codes = model.tables(1).toList();
        buffers = model.tables(4).toList();
        tensors = graph.tables(0).toList();
    }

    static OnnxModel convert(byte[] tflite) {
        Flatbuffer model = Flatbuffer.root(tflite);
        Flatbuffer graph = model.tables(2).findFirst().orElseThrow();
        return new TfliteToOnnx(model, graph).convert(graph);
    }

    private OnnxModel convert(Flatbuffer graph) {
        graph.tables(3).forEach(this::operation);
        int in = graph.wholes(1)[0];
        int out = graph.wholes(2)[0];
        int[] from = shape(in);
        int[] to = shape(out);
        return new OnnxModel(
                OPSET,
                nodes,
                weights,
                List.of(OnnxModel.value(name(in), 1, from[3], from[1], from[2])),
                List.of(OnnxModel.value(name(out), 1, to[3], to[1], to[2])));
    }

    private void operation(Flatbuffer operation) {
        Flatbuffer code = codes.get(operation.whole(0, 0));
        int kind = Math.max(code.small(0), code.whole(3, 0));
        int[] in = operation.wholes(1);
        int out = operation.wholes(2)[0];
        switch (kind) {
            case 0 -> add("Add", in, out, operation.table(4).small(0));
            case 1, 40 -> pool(in[0], out);
            case 3 -> convolution(operation.table(4), in, out, false);
            case 4 -> convolution(operation.table(4), in, out, true);
            case 6 -> halves.put(out, in[0]);
            case 14 -> add("Sigmoid", in, out, 0);
            case 18 -> add("Mul", in, out, operation.table(4).small(0));
            case 19 -> add("Relu", in, out, 0);
            case 23 -> resize(operation.table(4), in[0], out);
            case 32 -> transposedConvolution(operation, in, out);
            case 117 -> add("HardSwish", in, out, 0);
            default -> throw new IllegalArgumentException("operation " + kind);
        }
    }

    private void add(String op, int[] in, int out, int activation) {
        List<String> inputs =
                java.util.Arrays.stream(in).mapToObj(TfliteToOnnx::name).toList();
        activated(op, inputs, out, activation);
    }

    private void activated(String op, List<String> inputs, int out, int activation, Proto... attributes) {
        if (activation == 0) {
            nodes.add(Node.of(op, inputs, name(out), attributes));
            return;
        }
        if (activation != 1) throw new IllegalArgumentException("activation " + activation);
        String before = name(out) + "_linear";
        nodes.add(Node.of(op, inputs, before, attributes));
        nodes.add(Node.of("Relu", List.of(before), name(out)));
    }

    /** Both models average over the whole picture only, by a window of its size or by a mean of two axes. */
    private void pool(int in, int out) {
        int[] to = shape(out);
        if (to[1] != 1 || to[2] != 1) throw new IllegalArgumentException("pools only in part");
        nodes.add(Node.of("GlobalAveragePool", List.of(name(in)), name(out)));
    }

    private void convolution(Flatbuffer options, int[] in, int out, boolean depthwise) {
        int[] kernel = shape(in[1]);
        if (options.small(0) != SAME && kernel[1] * kernel[2] != 1)
            throw new IllegalArgumentException("convolution without padding");
        int strideX = options.whole(1, 1);
        int strideY = options.whole(2, 1);
        int[] top = padding(shape(in[0])[1], shape(out)[1], kernel[1], strideY);
        int[] left = padding(shape(in[0])[2], shape(out)[2], kernel[2], strideX);
        // TFLite keeps [out, y, x, in] and, depthwise, [1, y, x, channels]; ONNX wants [out, in, y, x].
        String weight = depthwise ? constant(in[1], 3, 0, 1, 2) : constant(in[1], 0, 3, 1, 2);
        activated(
                "Conv",
                List.of(name(in[0]), weight, constant(in[2], 0)),
                out,
                options.small(depthwise ? 4 : 3),
                Node.wholes("kernel_shape", kernel[1], kernel[2]),
                Node.wholes("strides", strideY, strideX),
                Node.wholes("pads", top[0], left[0], top[1], left[1]),
                Node.whole("group", depthwise ? kernel[3] : 1));
    }

    /** MediaPipe's own operation: a struct of padding and strides, and a bias as third input. */
    private void transposedConvolution(Flatbuffer operation, int[] in, int out) {
        ByteBuffer options = ByteBuffer.wrap(operation.bytes(5)).order(ByteOrder.LITTLE_ENDIAN);
        int padding = options.getInt();
        int strideX = options.getInt();
        int strideY = options.getInt();
        int[] kernel = shape(in[1]);
        if (padding != CUSTOM_SAME || kernel[1] != strideY || kernel[2] != strideX)
            throw new IllegalArgumentException("transposed convolution that overlaps");
        String weight = constant(in[1], 3, 0, 1, 2);
        nodes.add(Node.of(
                "ConvTranspose",
                List.of(name(in[0]), weight, constant(in[2], 0)),
                name(out),
                Node.wholes("strides", strideY, strideX)));
    }

    private void resize(Flatbuffer options, int in, int out) {
        int[] to = shape(out);
        String sizes = name(out) + "_size";
        weights.put(sizes, Weights.longs(sizes, 1, to[3], to[1], to[2]));
        String corners = options.small(2) != 0 ? "align_corners" : options.small(3) != 0 ? "half_pixel" : "asymmetric";
        nodes.add(Node.of(
                "Resize",
                List.of(name(in), "", "", sizes),
                name(out),
                Node.text("mode", "linear"),
                Node.text("coordinate_transformation_mode", corners)));
    }

    private static int[] padding(int from, int to, int kernel, int stride) {
        int whole = Math.max((to - 1) * stride + kernel - from, 0);
        return new int[] {whole / 2, whole - whole / 2};
    }

    /** Returns the name of a constant with its axes in another order, as single precision. */
    private String constant(int tensor, int... axes) {
        int half = halves.get(tensor);
        int[] from = shape(half);
        byte[] data = buffers.get(tensors.get(half).whole(2, 0)).bytes(0);
        List<Long> dims = java.util.Arrays.stream(axes)
                .mapToObj(axis -> (long) from[axis])
                .toList();
        String name = name(tensor);
        weights.put(name + "_half", new Weights(name + "_half", Weights.FLOAT16, dims, turned(data, from, axes)));
        nodes.add(Node.of("Cast", List.of(name + "_half"), name, Node.whole("to", Weights.FLOAT)));
        return name;
    }

    private static byte[] turned(byte[] data, int[] shape, int[] axes) {
        int[] stride = new int[shape.length];
        for (int axis = shape.length - 1, step = 1; axis >= 0; step *= shape[axis--]) stride[axis] = step;
        byte[] turned = new byte[data.length];
        int[] index = new int[axes.length];
        for (int at = 0; at < data.length; at += 2) {
            int from = 0;
            for (int i = 0; i < axes.length; i++) from += index[i] * stride[axes[i]];
            turned[at] = data[2 * from];
            turned[at + 1] = data[2 * from + 1];
            for (int i = axes.length - 1; i >= 0 && ++index[i] == shape[axes[i]]; i--) index[i] = 0;
        }
        return turned;
    }

    private int[] shape(int tensor) {
        return tensors.get(tensor).wholes(0);
    }

    private static String name(int tensor) {
        return "t" + tensor;
    }
}
