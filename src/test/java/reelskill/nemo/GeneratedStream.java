package reelskill.nemo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random stream of good and odd events, and what a client must make of it. */
final class GeneratedStream {
    private static final List<String> WORDS =
            List.of("Title ", "added", ".", "中文", "🎬", "\\n", " ", "\\\"ok\\\"", "Done.", "data: x", "\\u0000", "é");
    private static final List<String> BEATS =
            List.of("data:", "data", "data: heartbeat", "data: {\"type\":\"heartbeat\"}", "event: ping\ndata: {}");
    private static final List<String> STRANGERS =
            List.of("{\"type\":\"sparkle\",\"n\":%d}", "[%d]", "not json %d", "{\"x\":%d}", "{\"a\":%d", "%d", "[[%d");

    final List<String> strangers = new ArrayList<>();
    int frames;
    int beats;
    int calls;
    private final StringBuilder told = new StringBuilder();
    private final StringBuilder wire = new StringBuilder();
    private final Random random;

    GeneratedStream(Random random) {
        this.random = random;
        if (random.nextInt(4) == 0) wire.append('\uFEFF');
        for (int left = random.nextInt(12); left > 0; left--) addAny();
    }

    byte[] bytes() {
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        return wire.toString().replace("\n", end).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the text that the user must read, once. */
    String told() {
        return told.toString().replace("\\n", "\n").replace("\\\"", "\"").replace("\\u0000", "\0");
    }

    private void addAny() {
        switch (random.nextInt(7)) {
            case 0 -> addText();
            case 1 -> addStreamed();
            case 2 -> addTool();
            case 3 -> addBeat();
            case 4 -> addStranger();
            case 5 -> wire.append(": comment ").append(words()).append("\n\n");
            default -> wire.append("retry: 5\nid: 7\n");
        }
    }

    private void addText() {
        String text = words();
        told.append(text);
        addFrame("{\"type\":\"text\",\"content\":\"" + text + "\"}");
    }

    /** Deltas, then all of them once more; with a tool's answer before, so that nothing older is still open. */
    private void addStreamed() {
        addTool();
        StringBuilder whole = new StringBuilder();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            String delta = "w" + random.nextInt(10) + words();
            whole.append(delta);
            addFrame(agent("{\"text\":\"" + delta + "\"}", true));
        }
        told.append(whole);
        addFrame(agent("{\"text\":\"" + whole + "\"}", false));
    }

    private void addTool() {
        calls++;
        String id = "\"id\":\"c" + calls + "\",\"name\":\"trim\"";
        boolean camel = random.nextBoolean();
        addFrame(agent("{\"" + (camel ? "functionCall" : "function_call") + "\":{" + id + ",\"args\":{}}}", false));
        addFrame(agent("{\"" + (camel ? "functionResponse" : "function_response") + "\":{" + id + "}}", false));
    }

    private void addBeat() {
        beats++;
        frames++;
        wire.append(BEATS.get(random.nextInt(BEATS.size()))).append("\n\n");
    }

    private void addStranger() {
        String stranger = STRANGERS.get(random.nextInt(STRANGERS.size())).formatted(random.nextInt(1000));
        strangers.add(stranger);
        frames++;
        wire.append("data: ").append(stranger).append("\n\n");
    }

    private void addFrame(String json) {
        frames++;
        // JSON may be broken over lines where it has a comma between its fields.
        String lines = random.nextBoolean() ? json.replace(",\"name\"", "\ndata: ,\"name\"") : json;
        if (random.nextInt(4) == 0) wire.append("event: message\n");
        wire.append(random.nextBoolean() ? "data: " : "data:").append(lines).append("\n\n");
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (int left = 1 + random.nextInt(3); left > 0; left--) words.append(WORDS.get(random.nextInt(WORDS.size())));
        return words.toString();
    }

    private static String agent(String part, boolean partial) {
        return "{\"author\":\"a\",\"partial\":" + partial + ",\"content\":{\"parts\":[" + part + "]}}";
    }
}
