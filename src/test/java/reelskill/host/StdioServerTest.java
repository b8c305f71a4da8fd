package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.notification;
import static reelskill.host.Conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StdioServerTest {
    private final FixtureTools tools = new FixtureTools();
    private final Offer offer = FixtureServer.offer(tools);

    @ParameterizedTest
    @ValueSource(strings = {"garbage{", "{\"a\":1} {\"b\":2}", "{\"a\":NaN}", "\u0000", "{\"jsonrpc\":", "'x'"})
    void malformedLineGetsAParseErrorAndTheServerGoesOn(String line) throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode error = client.ask(line);
            assertThat(error.at("/error/code").asInt()).isEqualTo(-32700);
            assertThat(error.get("id").isNull()).isTrue();
            assertThat(client.ask(request("1", "ping", "{}")).has("result")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "{}",
                "{\"jsonrpc\":\"1.0\",\"id\":7,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\",\"params\":[1]}",
                "{\"jsonrpc\":\"2.0\",\"id\":7}",
                "[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}]"
            })
    void whatIsNoMessageIsAnInvalidRequest(String line) throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            assertThat(client.ask(line).at("/error/code").asInt()).isEqualTo(-32600);
        }
    }

    @Test
    void requestBeforeInitializeIsAnswered() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            assertThat(client.ask(request("1", "tools/list", "{}"))
                            .at("/result/tools")
                            .size())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-7", "1.10", "123456789012345678901234567890", "\"a\"", "\"\"", "\"ä\\n\""})
    void idIsEchoedExactly(String id) throws Exception {
        try (Conversation client = new Conversation(offer)) {
            assertThat(new String(
                            Json.write(client.ask(request(id, "ping", "{}")).get("id")), "UTF-8"))
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2024-11-05",
        "1999-01-01, 2025-11-25",
        "2026-07-28, 2025-11-25"
    })
    void initializeAnswersTheAskedVersionOrTheNewestWithAHandshake(String asked, String answered) throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode answer = client.initialize(asked, "{}");
            assertThat(answer.at("/result/protocolVersion").asText()).isEqualTo(answered);
        }
    }

    @Test
    void batchIsAnsweredAsOneArrayInTheOneVersionThatHasBatches() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            client.initialize("2025-03-26", "{}");
            JsonNode answers = client.ask(
                    "[" + request("1", "ping", "{}") + ",7," + notification("notifications/initialized", "{}") + ","
                            + call("2", "test_simple_text", "{}") + "]");
            assertThat(answers).hasSize(3);
            assertThat(answers.get(1).at("/error/code").asInt()).isEqualTo(-32600);
            assertThat(answers.get(2).at("/result/content").size()).isEqualTo(1);
        }
    }

    @Test
    void unknownMethodIsNotFound() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            assertThat(client.ask(request("1", "no/such", "{}"))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32601);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompts/list",
                "prompts/get",
                "resources/list",
                "resources/read",
                "resources/subscribe",
                "completion/complete",
                "logging/setLevel",
                "skills/list"
            })
    void whatIsNotOfferedIsNotFound(String method) throws Exception {
        try (Conversation client = Conversation.initialized(Offer.of("bare", "Bare", "1", tools))) {
            assertThat(client.ask(request("1", method, "{}")).at("/error/code").asInt())
                    .isEqualTo(-32601);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"requestId\":0}", "{\"requestId\":\"none\"}", "{}", "{\"requestId\":{}}"})
    void cancelOfWhatIsUnknownOrFinishedIsIgnored(String params) throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            client.send(notification("notifications/cancelled", params));
            assertThat(client.ask(request("1", "ping", "{}")).has("result")).isTrue();
        }
    }

    @Test
    void endOfInputWaitsForTheAnswersInFlight() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Offer slow = Offer.of("slow", "Slow", "1", new OneTool(context -> {
            begun.countDown();
            awaitQuietly(goOn);
            return ToolResult.of(new Content.Text(Thread.currentThread().isInterrupted() ? "cut" : "late"));
        }));
        Conversation client = Conversation.initialized(slow);
        client.send(call("9", "one", "{}"));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        client.close();
        goOn.countDown();
        List<JsonNode> rest = new ArrayList<>();
        client.end(rest::add);
        assertThat(rest).singleElement().satisfies(answer -> assertThat(
                        answer.at("/result/content/0/text").asText())
                .isEqualTo("late"));
    }

    @Test
    void messageBeyondTheLimitIsRefusedAndTheServerGoesOn() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode error = client.ask("\"" + "x".repeat(17 << 20) + "\"");
            assertThat(error.at("/error/message").asText()).contains("longer than");
            assertThat(client.ask(request("1", "ping", "{}")).has("result")).isTrue();
        }
    }

    @Test
    void emptyLinesAndCarriageReturnsAreNoMessages() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            client.send("\r\n\n  ");
            assertThat(client.ask(request("1", "ping", "{}") + "\r").get("id").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void descriptorsOfManyLinesAreStillOneMessage() throws Exception {
        ToolCatalog pretty = new ToolCatalog() {
            @Override
            public String descriptors() {
                return "[\r\n {\"name\": \"one\",\n  \"inputSchema\": {\"type\": \"object\"}}\n]\n";
            }

            @Override
            public ToolResult call(String name, ObjectNode arguments, CallContext context) {
                return ToolResult.error(name);
            }
        };
        try (Conversation client = new Conversation(Offer.of("pretty", "Pretty", "1", pretty))) {
            assertThat(client.ask(request("1", "tools/list", "{}"))
                            .at("/result/tools/0/name")
                            .asText())
                    .isEqualTo("one");
        }
    }

    @Test
    void warmUpRunsOnceAfterTheFirstList() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        // On a busy machine those of tests before may still be at it.
        Set<Thread> before = warmingUp();
        Offer warming = offer.withWarmUp(() -> {
            begun.countDown();
            awaitQuietly(end);
        });
        try (Conversation client = new Conversation(warming)) {
            client.initialize("2025-11-25", "{}");
            assertThat(before).containsAll(warmingUp());
            client.ask(request("1", "tools/list", "{}"));
            client.ask(request("2", "tools/list", "{}"));
            client.ask(request("3", "ping", "{}"));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(warmingUp())
                    .filteredOn(thread -> !before.contains(thread))
                    .hasSize(1);
        } finally {
            end.countDown();
        }
    }

    private static Set<Thread> warmingUp() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("mcp-warm-up"))
                .collect(Collectors.toSet());
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
