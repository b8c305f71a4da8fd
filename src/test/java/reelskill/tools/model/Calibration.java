package reelskill.tools.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.tools.model.Quantiser.Range;

/** What the tensors of MODNet hold while it looks at ordinary footage; kept as text, so that quantising repeats exactly. */
final class Calibration {
    /** Footage that may be used for it: the project's own, BSD-3, CC-BY 4.0, CC0 and public domain (see PROVENANCE.md). */
    private static final List<Clip> CLIPS = List.of(
            new Clip("talk.mp4", List.of(400, 700, 1000, 1300), "iw:ih:0:0", 512, 288),
            new Clip("talk.mp4", List.of(500, 1200), "iw*0.6:ih:iw*0.1:0", 416, 384),
            new Clip(
                    "people_chrome.mp4",
                    List.of(20, 100, 180, 260, 340, 420, 500, 600, 700, 800),
                    "iw:ih:0:0",
                    512,
                    288),
            new Clip("people_chrome.mp4", List.of(60, 300, 460), "iw*0.5:ih:iw*0.25:0", 384, 416),
            new Clip("intel_one-by-one-person-detection.mp4", List.of(200, 500, 900), "iw:ih:0:0", 512, 288),
            new Clip("speech_autoeditor_example.mp4", List.of(200, 900), "iw:ih:0:0", 512, 288),
            new Clip("tiny_flower.mp4", List.of(10, 100), "iw:ih:0:0", 512, 288));

    private Calibration() {}

    private record Clip(String file, List<Integer> frames, String crop, int width, int height) {
        float[] picture(int frame, Path folder) throws IOException {
            String filter = String.format(
                    Locale.ROOT, "select=eq(n\\,%d),crop=%s,scale=%d:%d:flags=area", frame, crop, width, height);
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
            command.addAll(List.of("-i", folder.resolve(file).toString(), "-vf", filter, "-frames:v", "1"));
            command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "rgb24", "-"));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (InputStream out = process.getInputStream()) {
                return planes(out.readAllBytes());
            }
        }

        private float[] planes(byte[] rgb) {
            int size = width * height;
            if (rgb.length != 3 * size) throw new IllegalStateException(file + " gave " + rgb.length + " bytes");
            float[] planes = new float[3 * size];
            for (int i = 0; i < rgb.length; i++) planes[i % 3 * size + i / 3] = ((rgb[i] & 255) - 127.5f) / 127.5f;
            return planes;
        }
    }

    /** Looks at every frame of the clips, which are all in {@code folder}, with the {@code ffmpeg} on the PATH. */
    static Map<String, Range> measure(OnnxModel model, Path folder) throws IOException, OrtException {
        List<String> tensors = Quantiser.tensors(model).stream()
                .filter(name -> !name.equals("input"))
                .toList();
        List<String> channels = Quantiser.channels(model);
        List<String> all = Stream.concat(tensors.stream(), channels.stream()).toList();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, Range> ranges = new HashMap<>(Map.of("input", new Range(-1, 1)));
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session =
                        environment.createSession(model.withOutputs(all).toBytes("calibration"), options)) {
            for (Clip clip : CLIPS) {
                long[] shape = {1, 3, clip.height(), clip.width()};
                for (int frame : clip.frames()) {
                    FloatBuffer picture = FloatBuffer.wrap(clip.picture(frame, folder));
                    try (OnnxTensor input = OnnxTensor.createTensor(environment, picture, shape);
                            OrtSession.Result result = session.run(Map.of("input", input))) {
                        add(result, tensors, channels, ranges);
                    }
                }
            }
        }
        return ranges;
    }

    /** Widens the ranges by what the named tensors hold now. */
    static void add(OrtSession.Result result, List<String> tensors, List<String> channels, Map<String, Range> ranges) {
        for (String name : tensors) ranges.merge(name, range(values(result, name)), Range::and);
        for (String name : channels) addChannels(result, name, ranges);
    }

    private static FloatBuffer values(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }

    private static void addChannels(OrtSession.Result result, String name, Map<String, Range> ranges) {
        FloatBuffer values = values(result, name);
        OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
        int count = (int) tensor.getInfo().getShape()[1];
        int each = values.remaining() / count;
        for (int channel = 0; channel < count; channel++) {
            Range range = range(values.slice(channel * each, each));
            ranges.merge(Quantiser.channel(name, channel), range, Range::and);
        }
    }

    private static Range range(FloatBuffer values) {
        float min = Float.MAX_VALUE;
        float max = -Float.MAX_VALUE;
        while (values.hasRemaining()) {
            float value = values.get();
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return new Range(min, max);
    }

    static void write(Map<String, Range> ranges, Path file) throws IOException {
        String text = new TreeMap<>(ranges)
                .entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue().min() + " "
                                + e.getValue().max() + "\n")
                        .collect(Collectors.joining());
        Files.writeString(file, text);
    }

    static Map<String, Range> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(
                        words -> words[0], words -> new Range(Float.parseFloat(words[1]), Float.parseFloat(words[2]))));
    }
}
