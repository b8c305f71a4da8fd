package reelskill.tools.model;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the shipped networks.
 *
 * <pre>
 * MakeModels calibrate MODNET.onnx MEDIA_FOLDER RANGES.txt
 * MakeModels quantise MODNET.onnx RANGES.txt OUT.onnx
 * MakeModels convert SELFIE.tflite OUT.onnx
 * MakeModels voice SILERO.onnx OUT.onnx
 * </pre>
 */
final class MakeModels {
    /**
     * Weights have seven bits: on processors without VNNI, pairs of 8-bit products are added in 16 bits and larger
     * weights would saturate. Measured, the eighth bit changes a matte by 0.0001 on average.
     */
    static final int LARGEST_WEIGHT = 63;

    private MakeModels() {}

    public static void main(String[] arguments) throws IOException, OrtException {
        Path in = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "calibrate" ->
                Calibration.write(Calibration.measure(simplified(in), Path.of(arguments[2])), Path.of(arguments[3]));
            case "quantise" -> Files.write(Path.of(arguments[3]), quantised(in, Path.of(arguments[2])));
            case "convert" -> Files.write(Path.of(arguments[2]), converted(in));
            case "voice" -> Files.write(Path.of(arguments[2]), ofManyChunks(Files.readAllBytes(in)));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static byte[] quantised(Path modnet, Path ranges) throws IOException {
        return Quantiser.quantise(simplified(modnet), Calibration.read(ranges), LARGEST_WEIGHT)
                .toBytes("MODNet (Apache-2.0, github.com/ZHKKKe/MODNet), changed: rearranged, 8-bit whole numbers");
    }

    private static OnnxModel simplified(Path modnet) throws IOException {
        return HalvedTail.of(NormBlocks.folded(Gate.asConvolutions(OnnxModel.parse(Files.readAllBytes(modnet)))));
    }

    static byte[] converted(Path tflite) throws IOException {
        return TfliteToOnnx.convert(Files.readAllBytes(tflite))
                .toBytes("MediaPipe selfie segmentation (Apache-2.0, Google), changed: converted to ONNX");
    }

    static byte[] ofManyChunks(byte[] silero) {
        return VoiceNetwork.ofManyChunks(silero)
                .toBytes("voice", "Silero VAD v6 (MIT, Silero Team), changed: 16 kHz only, many chunks at once");
    }
}
