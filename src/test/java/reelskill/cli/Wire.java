package reelskill.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;

/** How the language models of the world answer over HTTP while they write: a text in pieces, or one call of a tool. */
enum Wire {
    OPENAI("openai", "/v1/", "/v1/chat/completions", "Authorization", "Bearer secret") {
        @Override
        MockResponse text(List<String> pieces) {
            List<String> chunks = new ArrayList<>();
            for (String piece : pieces) chunks.add(chunk(JSON.createObjectNode().put("content", piece), null));
            chunks.add(chunk(JSON.createObjectNode(), "stop"));
            return stream(chunks);
        }

        @Override
        MockResponse call(String tool, ObjectNode arguments) {
            ObjectNode begin = JSON.createObjectNode().put("role", "assistant");
            ObjectNode call = begin.putArray("tool_calls")
                    .addObject()
                    .put("index", 0)
                    .put("id", "call_1")
                    .put("type", "function");
            call.putObject("function").put("name", tool).put("arguments", "");
            ObjectNode rest = JSON.createObjectNode();
            rest.putArray("tool_calls")
                    .addObject()
                    .put("index", 0)
                    .putObject("function")
                    .put("arguments", arguments.toString());
            return stream(List.of(chunk(begin, null), chunk(rest, null), chunk(JSON.createObjectNode(), "tool_calls")));
        }

        private String chunk(ObjectNode delta, String finish) {
            ObjectNode chunk = JSON.createObjectNode()
                    .put("id", "c1")
                    .put("object", "chat.completion.chunk")
                    .put("model", "m");
            ObjectNode choice =
                    chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
            choice.set("delta", delta);
            return "data: " + chunk + "\n\n";
        }

        private MockResponse stream(List<String> chunks) {
            return response("text/event-stream", String.join("", chunks) + "data: [DONE]\n\n");
        }
    },
    ANTHROPIC("anthropic", "/v1/", "/v1/messages", "x-api-key", "secret") {
        @Override
        MockResponse text(List<String> pieces) {
            StringBuilder events = new StringBuilder(begin("{\"type\":\"text\",\"text\":\"\"}"));
            for (String piece : pieces)
                events.append(
                        delta(JSON.createObjectNode().put("type", "text_delta").put("text", piece)));
            return response("text/event-stream", events + end("end_turn"));
        }

        @Override
        MockResponse call(String tool, ObjectNode arguments) {
            ObjectNode block = JSON.createObjectNode()
                    .put("type", "tool_use")
                    .put("id", "toolu_1")
                    .put("name", tool);
            block.putObject("input");
            ObjectNode given =
                    JSON.createObjectNode().put("type", "input_json_delta").put("partial_json", arguments.toString());
            return response("text/event-stream", begin(block.toString()) + delta(given) + end("tool_use"));
        }

        private String begin(String block) {
            return event(
                            "message_start",
                            "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}")
                    + event("content_block_start", "\"index\":0,\"content_block\":" + block);
        }

        private String delta(ObjectNode delta) {
            return event("content_block_delta", "\"index\":0,\"delta\":" + delta);
        }

        private String end(String reason) {
            return event("content_block_stop", "\"index\":0")
                    + event(
                            "message_delta",
                            "\"delta\":{\"stop_reason\":\"" + reason + "\"},\"usage\":{\"output_tokens\":5}")
                    + event("message_stop", "\"index\":0");
        }

        private String event(String type, String members) {
            return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
        }
    },
    OLLAMA("ollama", "/", "/api/chat", "Accept", null) {
        @Override
        MockResponse text(List<String> pieces) {
            StringBuilder lines = new StringBuilder();
            for (String piece : pieces)
                lines.append(line(JSON.createObjectNode().put("content", piece), false));
            return response(
                    "application/x-ndjson", lines + line(JSON.createObjectNode().put("content", ""), true));
        }

        @Override
        MockResponse call(String tool, ObjectNode arguments) {
            ObjectNode message = JSON.createObjectNode().put("content", "");
            ObjectNode function = message.putArray("tool_calls")
                    .addObject()
                    .putObject("function")
                    .put("name", tool);
            function.set("arguments", arguments);
            return response(
                    "application/x-ndjson",
                    line(message, false) + line(JSON.createObjectNode().put("content", ""), true));
        }

        private String line(ObjectNode message, boolean done) {
            ObjectNode line = JSON.createObjectNode()
                    .put("model", "m")
                    .put("created_at", "2026-11-21T10:00:00Z")
                    .put("done", done);
            line.set("message", message.put("role", "assistant"));
            if (done) line.put("done_reason", "stop");
            return line + "\n";
        }
    };

    static final ObjectMapper JSON = new ObjectMapper();

    final String provider;
    final String base;
    final String path;
    final String keyHeader;
    final String key;

    Wire(String provider, String base, String path, String keyHeader, String key) {
        this.provider = provider;
        this.base = base;
        this.path = path;
        this.keyHeader = keyHeader;
        this.key = key;
    }

    abstract MockResponse text(List<String> pieces);

    abstract MockResponse call(String tool, ObjectNode arguments);

    /** Returns the names of the tools that a request offers. */
    static List<String> tools(JsonNode request) {
        List<String> names = new ArrayList<>();
        for (JsonNode tool : request.path("tools")) {
            names.add(
                    tool.path("function").path("name").asText(tool.path("name").asText()));
        }
        return names;
    }

    private static MockResponse response(String type, String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", type)
                .body(body)
                .build();
    }
}
