package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.modern;
import static reelskill.host.Conversation.notification;
import static reelskill.host.Conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What differs between the era with a handshake and the stateless one, on one server. */
class ErasTest {
    private static final String FORM = "{\"elicitation\":{}}";

    private final FixtureServer.FixtureResources resources = new FixtureServer.FixtureResources();
    private final Offer offer = FixtureServer.offer(new FixtureTools()).withResources(resources);

    @Test
    void discoverIsAnsweredWithoutAHandshake() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode result = client.ask(request("1", "server/discover", modern("{}", "")))
                    .get("result");
            assertThat(result.at("/supportedVersions/0").asText()).isEqualTo("2026-07-28");
            assertThat(result.at("/capabilities").has("tools")).isTrue();
            assertThat(result.get("resultType").asText()).isEqualTo("complete");
            assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name")
                            .asText())
                    .isEqualTo("fixture");
        }
    }

    @Test
    void discoverWithoutMetadataIsRefused() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            assertThat(client.ask(request("1", "server/discover", "{}"))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32602);
        }
    }

    @Test
    void unknownVersionIsRefusedWithTheListOfKnownOnes() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode error = client.ask(
                            request("1", "tools/list", modern("{}", "").replace("2026-07-28", "2099-01-01")))
                    .get("error");
            assertThat(error.get("code").asInt()).isEqualTo(-32022);
            assertThat(error.at("/data/requested").asText()).isEqualTo("2099-01-01");
            assertThat(error.at("/data/supported/0").asText()).isEqualTo("2026-07-28");
        }
    }

    @Test
    void bothErasAreServedInOneConversation() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            client.initialize("2025-11-25", "{}");
            JsonNode modern =
                    client.ask(request("1", "tools/call", modern("{}", ",\"name\":\"client_name\",\"arguments\":{}")));
            JsonNode legacy = client.ask(call("2", "client_name", "{}"));
            assertThat(modern.at("/result/content/0/text").asText()).isEqualTo("modern-tester");
            assertThat(legacy.at("/result/content/0/text").asText()).isEqualTo("tester");
            assertThat(legacy.get("result").has("resultType")).isFalse();
        }
    }

    @Test
    void missingResourceHasTheCodeOfItsEra() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            assertThat(client.ask(request("1", "resources/read", "{\"uri\":\"test://none\"}"))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32002);
            assertThat(client.ask(request("2", "resources/read", modern("{}", ",\"uri\":\"test://none\"")))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32602);
        }
    }

    @Test
    void questionGoesToTheClientAndTheCallWaits() throws Exception {
        try (Conversation client = Conversation.initialized(offer, FORM)) {
            JsonNode question = client.ask(call("1", "test_elicitation", "{\"message\":\"Spend 3 credits?\"}"));
            assertThat(question.get("method").asText()).isEqualTo("elicitation/create");
            assertThat(question.at("/params/message").asText()).isEqualTo("Spend 3 credits?");
            JsonNode answer = client.ask(
                    "{\"jsonrpc\":\"2.0\",\"id\":" + question.get("id") + ",\"result\":{\"action\":\"decline\"}}");
            assertThat(answer.get("id").asInt()).isEqualTo(1);
            assertThat(answer.at("/result/content/0/text").asText()).contains("decline");
        }
    }

    @Test
    void questionThatTheClientNeverAnswersEndsWithItsInput() throws Exception {
        Conversation client = Conversation.initialized(offer, FORM);
        client.ask(call("1", "test_elicitation", "{\"message\":\"?\"}"));
        client.end(answer -> assertThat(answer.has("error")).isTrue());
    }

    @Test
    void nobodyIsAskedAfterTheInputHasEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Offer late = Offer.of("late", "Late", "1", new OneTool(context -> {
            StdioServerTest.awaitQuietly(ended);
            context.ask(Map.of("a", InputRequest.form("?", Json.object())));
            return ToolResult.of(new Content.Text("never"));
        }));
        Conversation client = Conversation.initialized(late, FORM);
        client.send(call("1", "one", "{}"));
        client.close();
        ended.countDown();
        client.end(said -> assertThat(said.has("error") || said.has("method")).isTrue());
    }

    @Test
    void legacyClientThatCannotBeAskedGetsASentence() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            JsonNode result = client.ask(call("1", "test_elicitation", "{\"message\":\"?\"}"))
                    .get("result");
            assertThat(result.get("isError").asBoolean()).isTrue();
        }
    }

    @Test
    void modernCallEndsWithTheQuestionAndComesAgainWithTheAnswer() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode first = ask(client, "1", "test_input_required_result_elicitation", "");
            assertThat(first.get("resultType").asText()).isEqualTo("input_required");
            JsonNode second = ask(
                    client,
                    "2",
                    "test_input_required_result_elicitation",
                    ",\"inputResponses\":{\"user_name\":{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}},"
                            + "\"requestState\":" + first.get("requestState"));
            assertThat(second.get("resultType").asText()).isEqualTo("complete");
            assertThat(second.at("/content/0/text").asText()).contains("Ada");
        }
    }

    @Test
    void answersOfEarlierRoundsAreKeptInTheState() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            String tool = "test_input_required_result_multi_round";
            JsonNode first = ask(client, "1", tool, "");
            JsonNode second = ask(client, "2", tool, answering("step1", "name", "Ada", first));
            JsonNode third = ask(client, "3", tool, answering("step2", "color", "blue", second));
            assertThat(third.at("/content/0/text").asText()).contains("Ada").contains("blue");
        }
    }

    @Test
    void stateOfAnotherCallIsRefused() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode state = ask(client, "1", "test_input_required_result_tampered_state", "");
            client.send(request(
                    "2",
                    "tools/call",
                    modern(
                            FORM,
                            ",\"name\":\"test_input_required_result_request_state\",\"requestState\":"
                                    + state.get("requestState"))));
            assertThat(client.next().at("/error/code").asInt()).isEqualTo(-32602);
        }
    }

    @Test
    void undeclaredCapabilityIsNamed() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode error = client.ask(
                            request("1", "tools/call", modern("{}", ",\"name\":\"test_missing_capability\"")))
                    .get("error");
            assertThat(error.get("code").asInt()).isEqualTo(-32021);
            assertThat(error.at("/data/requiredCapabilities").has("sampling")).isTrue();
        }
    }

    @Test
    void legacyMethodsAreGoneInTheModernEra() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            assertThat(client.ask(request("1", "ping", modern("{}", "")))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32601);
        }
    }

    @Test
    void subscriberHearsOfAChangeUntilItUnsubscribes() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            String uri = "{\"uri\":\"test://watched-resource\"}";
            client.ask(request("1", "resources/subscribe", uri));
            resources.change();
            assertThat(client.next().get("method").asText()).isEqualTo("notifications/resources/updated");
            client.ask(request("2", "resources/unsubscribe", uri));
            assertThat(resources.watchers()).isZero();
        }
    }

    @Test
    void listenerIsAcknowledgedFirstAndHearsOnlyWhatItAskedFor() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            String filter = ",\"notifications\":{\"toolsListChanged\":true,"
                    + "\"resourceSubscriptions\":[\"test://watched-resource\",\"test://none\"]}";
            JsonNode first = client.ask(request("\"L\"", "subscriptions/listen", modern("{}", filter)));
            assertThat(first.get("method").asText()).isEqualTo("notifications/subscriptions/acknowledged");
            assertThat(first.at("/params/notifications").toString())
                    .isEqualTo("{\"resourceSubscriptions\":[\"test://watched-resource\"]}");
            resources.change();
            assertThat(client.next()
                            .at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asText())
                    .isEqualTo("L");
            client.send(notification("notifications/cancelled", "{\"requestId\":\"L\"}"));
            client.ask(request("2", "tools/list", "{}"));
            assertThat(resources.watchers()).isZero();
        }
    }

    @Test
    void logComesFromTheAskedLevelOn() throws Exception {
        Offer logging = Offer.of("log", "Log", "1", new OneTool(context -> {
                    context.log(LogLevel.INFO, "test", "quiet");
                    context.log(LogLevel.ERROR, "test", "loud");
                    return ToolResult.of(new Content.Text("done"));
                }))
                .withLogging();
        try (Conversation client = Conversation.initialized(logging)) {
            client.ask(request("1", "logging/setLevel", "{\"level\":\"error\"}"));
            assertThat(client.ask(call("2", "one", "{}")).at("/params/data").asText())
                    .isEqualTo("loud");
        }
    }

    private static String answering(String key, String field, String value, JsonNode before) {
        return ",\"inputResponses\":{\"%s\":{\"action\":\"accept\",\"content\":{\"%s\":\"%s\"}}},\"requestState\":%s"
                .formatted(key, field, value, before.get("requestState"));
    }

    private static JsonNode ask(Conversation client, String id, String tool, String more) throws Exception {
        return client.ask(request(id, "tools/call", modern(FORM, ",\"name\":\"" + tool + "\"" + more)))
                .get("result");
    }
}
