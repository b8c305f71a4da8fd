package reelskill.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import reelskill.nemo.PromptSockets;

/** A language model on a real socket that does what a script says with what it was told. */
final class ModelServer extends Dispatcher implements AutoCloseable {
    /** What a model answers to a request. */
    interface Step extends Function<String, MockResponse> {}

    final List<JsonNode> requests = new ArrayList<>();
    final List<RecordedRequest> recorded = new ArrayList<>();
    private final Queue<Step> script = new ArrayDeque<>();
    private final MockWebServer server = new MockWebServer();
    private final Wire wire;

    ModelServer(Wire wire, Step... steps) throws IOException {
        this.wire = wire;
        script.addAll(List.of(steps));
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(this);
        server.start();
    }

    String url() {
        return server.url(wire.base).toString();
    }

    /** Returns the last thing in what the model was told that a pattern's group finds. */
    static String last(String request, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(request);
        String found = "";
        while (matcher.find()) found = matcher.group(1);
        return found;
    }

    static String session(String request) {
        return last(request, "session_id: ([A-Za-z0-9_-]+)");
    }

    static ObjectNode arguments() {
        return Wire.JSON.createObjectNode();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        try {
            JsonNode told = Wire.JSON.readTree(request.getBody().utf8());
            requests.add(told);
            recorded.add(request);
            Step next = script.poll();
            return next == null ? new MockResponse.Builder().code(500).build() : next.apply(told.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
