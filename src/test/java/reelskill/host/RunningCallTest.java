package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.notification;
import static reelskill.host.Conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a client sees of a call while it runs, when it fails and when it is cancelled. */
class RunningCallTest {
    private final FixtureTools tools = new FixtureTools();
    private final Offer offer = FixtureServer.offer(tools);

    @Test
    void heartbeatReportsWhileACallRuns() throws Exception {
        try (Conversation client = new Conversation(offer, Duration.ofMillis(20))) {
            client.send(
                    request("1", "tools/call", "{\"name\":\"wait_for_cancel\",\"_meta\":{\"progressToken\":\"p\"}}"));
            JsonNode first = client.next();
            JsonNode second = client.next();
            assertThat(first.at("/params/progressToken").asText()).isEqualTo("p");
            assertThat(second.at("/params/progress").asDouble())
                    .isGreaterThan(first.at("/params/progress").asDouble());
        }
    }

    @Test
    void progressAlwaysGrowsAndEndsWithTheAnswer() throws Exception {
        Offer wavering = Offer.of("wavering", "Wavering", "1", new OneTool(context -> {
            for (double done : new double[] {0.5, 0.2, 0.5, 1}) context.progress(done, 1, "Rendering");
            return ToolResult.of(new Content.Text("done"));
        }));
        try (Conversation client = Conversation.initialized(wavering)) {
            client.send(request("1", "tools/call", "{\"name\":\"one\",\"_meta\":{\"progressToken\":7}}"));
            List<Double> seen = new ArrayList<>();
            for (int i = 0; i < 4; i++)
                seen.add(client.next().at("/params/progress").asDouble());
            assertThat(seen).isSorted().doesNotHaveDuplicates();
            assertThat(client.next().has("result")).isTrue();
        }
    }

    @Test
    void callThatHasEndedSaysNothingMore() throws Exception {
        List<CallContext> kept = new ArrayList<>();
        Offer keeping = Offer.of("keeping", "Keeping", "1", new OneTool(context -> {
                    kept.add(context);
                    return ToolResult.of(new Content.Text("done"));
                }))
                .withLogging();
        try (Conversation client = Conversation.initialized(keeping)) {
            client.ask(request("1", "tools/call", "{\"name\":\"one\",\"_meta\":{\"progressToken\":7}}"));
            kept.get(0).log(LogLevel.ERROR, "test", "late");
            kept.get(0).progress(1, 1, "late");
            assertThat(client.ask(request("2", "ping", "{}")).get("id").asInt()).isEqualTo(2);
        }
    }

    @Test
    void argumentsThatDoNotFitAreASentenceForTheModel() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            JsonNode result = client.ask(call("1", "echo", "{\"words\":\"a\",\"times\":0}"))
                    .get("result");
            assertThat(result.get("isError").asBoolean()).isTrue();
            assertThat(result.at("/content/0/text").asText()).isEqualTo("times must be at least 1.");
        }
    }

    @Test
    void unknownToolIsAProtocolError() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            assertThat(client.ask(call("1", "nothing", "{}")).at("/error/code").asInt())
                    .isEqualTo(-32602);
        }
    }

    @Test
    void brokenToolTellsNothingOfItsInside() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            JsonNode result = client.ask(call("1", "fail", "{}")).get("result");
            assertThat(result.get("isError").asBoolean()).isTrue();
            assertThat(result.toString()).doesNotContain("secret");
        }
    }

    @Test
    void cancelledCallStopsWaitingAndAnswersNothing() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            client.send(call("1", "wait_for_cancel", "{}"));
            assertThat(tools.waiting.await(20, TimeUnit.SECONDS)).isTrue();
            client.send(notification("notifications/cancelled", "{\"requestId\":1}"));
            assertThat(tools.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
            List<JsonNode> rest = new ArrayList<>();
            client.end(rest::add);
            assertThat(rest).isEmpty();
        }
    }

    @Test
    void slowCallHoldsUpNothing() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            client.send(call("1", "wait_for_cancel", "{}"));
            assertThat(tools.waiting.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(client.ask(call("2", "test_simple_text", "{}")).get("id").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void idUnderWayIsRefusedASecondTime() throws Exception {
        try (Conversation client = Conversation.initialized(offer)) {
            client.send(call("1", "wait_for_cancel", "{}"));
            assertThat(tools.waiting.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(client.ask(call("1", "test_simple_text", "{}"))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32600);
        }
    }
}
