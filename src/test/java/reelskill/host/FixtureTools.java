package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The tools that the MCP conformance suite calls, and a few of our own. */
final class FixtureTools implements ToolCatalog {
    static final byte[] PIXEL = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] SILENCE =
            java.util.Base64.getDecoder().decode("UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=");

    /** Opened by each call of {@code wait_for_cancel} once it waits. */
    final CountDownLatch waiting = new CountDownLatch(1);

    final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public String descriptors() {
        StringBuilder all = new StringBuilder("[");
        for (String name : PLAIN)
            all.append(tool(name, "{\"type\":\"object\",\"properties\":{}}")).append(',');
        all.append(tool("echo", ECHO)).append(',');
        all.append(tool("test_sampling", TEXT_ARGUMENT.formatted("prompt", "prompt")))
                .append(',');
        all.append(tool("test_elicitation", TEXT_ARGUMENT.formatted("message", "message")))
                .append(',');
        all.append(tool("mirrored", MIRRORED)).append(',');
        all.append(tool("json_schema_2020_12_tool", SCHEMA_2020));
        return all.append("]").toString();
    }

    private static String tool(String name, String schema) {
        return "{\"name\":\"" + name + "\",\"description\":\"Fixture\",\"inputSchema\":" + schema + "}";
    }

    @Override
    public ToolResult call(String name, ObjectNode arguments, CallContext context) {
        return switch (name) {
            case "echo" -> ToolResult.of(text(arguments, "words"), arguments);
            case "conversation" ->
                ToolResult.of(new Content.Text(context.conversation().orElse("none")));
            case "client_name" ->
                ToolResult.of(new Content.Text(context.client().name()));
            case "wait_for_cancel" -> waitForCancel(context);
            case "fail" -> throw new IllegalStateException("secret detail");
            case "test_simple_text" -> ToolResult.of(new Content.Text("This is a simple text response for testing."));
            case "test_image_content" -> ToolResult.of(Content.Image.of(PIXEL, "image/png"));
            case "test_audio_content" -> ToolResult.of(Content.Audio.of(SILENCE, "audio/wav"));
            case "test_embedded_resource" ->
                ToolResult.of(new Content.Embedded(ResourceContents.text(
                        "test://embedded-resource", "text/plain", "This is an embedded resource content.")));
            case "test_multiple_content_types" ->
                ToolResult.of(
                        new Content.Text("Multiple content types test:"),
                        Content.Image.of(PIXEL, "image/png"),
                        new Content.Embedded(ResourceContents.text(
                                "test://mixed-content-resource",
                                "application/json",
                                "{\"test\":\"data\",\"value\":123}")));
            case "test_error_handling" -> ToolResult.error("This tool intentionally returns an error for testing");
            case "test_tool_with_progress" -> progress(context);
            case "test_tool_with_logging", "test_logging_tool" -> logging(context);
            case "test_reconnection", "mirrored", "json_schema_2020_12_tool" -> ToolResult.of(new Content.Text("done"));
            default -> asking(name, arguments, context);
        };
    }

    private ToolResult waitForCancel(CallContext context) {
        CountDownLatch stopped = new CountDownLatch(1);
        context.onCancel(stopped::countDown);
        waiting.countDown();
        try {
            if (!stopped.await(60, TimeUnit.SECONDS)) return ToolResult.error("nobody cancelled");
            cancelled.countDown();
            return ToolResult.of(new Content.Text("too late"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ToolResult.error("interrupted");
        }
    }

    private static ToolResult progress(CallContext context) {
        for (int done = 0; done <= 100; done += 50) context.progress(done, 100, "Step " + done);
        return ToolResult.of(new Content.Text("done"));
    }

    private static ToolResult logging(CallContext context) {
        for (String text : new String[] {"Tool execution started", "Tool processing data", "Tool execution completed"})
            context.log(LogLevel.INFO, "fixture", text);
        return ToolResult.of(new Content.Text("done"));
    }

    private static ToolResult asking(String name, ObjectNode arguments, CallContext context) {
        Map<String, ObjectNode> answers = new LinkedHashMap<>();
        switch (name) {
            case "test_input_required_result_multi_round" -> {
                answers.putAll(context.ask(Map.of("step1", form("Step 1: What is your name?", "name"))));
                answers.putAll(context.ask(Map.of("step2", form("Step 2: What is your favorite color?", "color"))));
            }
            case "test_input_required_result_multiple_inputs" -> {
                Map<String, InputRequest> all = new LinkedHashMap<>();
                all.put("user_name", form("What is your name?", "name"));
                all.put("greeting", sampling("Generate a greeting"));
                all.put("client_roots", new InputRequest("roots/list", Json.object()));
                answers.putAll(context.ask(all));
            }
            case "test_input_required_result_capabilities" ->
                answers.putAll(
                        context.canAsk("elicitation")
                                ? context.ask(Map.of("name", form("Your name?", "name")))
                                : context.ask(Map.of("words", sampling("Say something"))));
            default -> answers.putAll(context.ask(Map.of(key(name), single(name, arguments))));
        }
        return ToolResult.of(new Content.Text("Answered: " + new String(json(answers), StandardCharsets.UTF_8)));
    }

    private static String key(String name) {
        return switch (name) {
            case "test_input_required_result_elicitation" -> "user_name";
            case "test_input_required_result_sampling" -> "capital_question";
            case "test_input_required_result_list_roots" -> "client_roots";
            default -> "confirm";
        };
    }

    private static InputRequest single(String name, ObjectNode arguments) {
        return switch (name) {
            case "test_input_required_result_elicitation" -> form("What is your name?", "name");
            case "test_input_required_result_sampling" -> sampling("What is the capital of France?");
            case "test_missing_capability" -> sampling("anything");
            case "test_sampling" -> sampling(text(arguments, "prompt"));
            case "test_elicitation" -> form(text(arguments, "message"), "username", "email");
            case "test_elicitation_sep1034_defaults" -> InputRequest.form("Defaults", read(DEFAULTS));
            case "test_elicitation_sep1330_enums" -> InputRequest.form("Enums", read(ENUMS));
            case "test_input_required_result_list_roots" -> new InputRequest("roots/list", Json.object());
            default -> form("Please confirm", "ok");
        };
    }

    private static InputRequest form(String message, String... fields) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String field : fields) {
            properties.putObject(field).put("type", field.equals("ok") ? "boolean" : "string");
            schema.withArray("/required").add(field);
        }
        return InputRequest.form(message, schema);
    }

    private static InputRequest sampling(String words) {
        ObjectNode params = Json.object().put("maxTokens", 100);
        ObjectNode message = params.putArray("messages").addObject().put("role", "user");
        message.putObject("content").put("type", "text").put("text", words);
        return new InputRequest("sampling/createMessage", params);
    }

    private static byte[] json(Map<String, ObjectNode> answers) {
        ObjectNode all = Json.object();
        answers.forEach(all::set);
        return Json.write(all);
    }

    private static String text(JsonNode from, String name) {
        return from.path(name).asText();
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String[] PLAIN = {
        "test_simple_text",
        "test_image_content",
        "test_audio_content",
        "test_embedded_resource",
        "test_multiple_content_types",
        "test_error_handling",
        "test_tool_with_progress",
        "test_tool_with_logging",
        "test_logging_tool",
        "test_reconnection",
        "test_elicitation_sep1034_defaults",
        "test_elicitation_sep1330_enums",
        "test_missing_capability",
        "test_streaming_elicitation",
        "test_input_required_result_elicitation",
        "test_input_required_result_sampling",
        "test_input_required_result_list_roots",
        "test_input_required_result_request_state",
        "test_input_required_result_multiple_inputs",
        "test_input_required_result_multi_round",
        "test_input_required_result_tampered_state",
        "test_input_required_result_capabilities",
        "conversation",
        "client_name",
        "wait_for_cancel",
        "fail",
    };

    private static final String TEXT_ARGUMENT = """
            {"type":"object","properties":{"%s":{"type":"string"}},"required":["%s"]}""";

    private static final String ECHO = """
            {"type":"object","properties":{"words":{"type":"string"},"times":{"type":"integer","minimum":1}},\
            "required":["words"],"additionalProperties":false}""";

    /** A schema whose arguments proxies see in headers. */
    private static final String MIRRORED = """
            {"type":"object","properties":{"region":{"type":"string","x-mcp-header":"Region"},\
            "count":{"type":"integer","x-mcp-header":"Count"}}}""";

    private static final String SCHEMA_2020 = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",\
            "$defs":{"address":{"$anchor":"addressDef","type":"object","properties":{"street":{"type":"string"},\
            "city":{"type":"string"}}}},"properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},\
            "contactMethod":{"type":"string","enum":["phone","email"]},"phone":{"type":"string"},\
            "email":{"type":"string"}},"allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],\
            "if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},\
            "then":{"required":["phone"]},"else":{"required":["email"]},"additionalProperties":false}""";

    private static final String DEFAULTS = """
            {"type":"object","properties":{"name":{"type":"string","default":"John Doe"},\
            "age":{"type":"integer","default":30},"score":{"type":"number","default":95.5},\
            "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},\
            "verified":{"type":"boolean","default":true}}}""";

    private static final String ENUMS = """
            {"type":"object","properties":{\
            "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},\
            "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},\
            {"const":"value2","title":"Second Option"}]},\
            "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],\
            "enumNames":["Option One","Option Two","Option Three"]},\
            "untitledMulti":{"type":"array","items":{"type":"string","enum":["option1","option2","option3"]}},\
            "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},\
            {"const":"value2","title":"Second Choice"}]}}}}""";
}
