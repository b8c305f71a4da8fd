package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.notification;
import static reelskill.host.Conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations of the legacy era over HTTP. */
class HttpServerTest {
    private HttpTalk talk;

    @BeforeEach
    void start() throws Exception {
        talk = new HttpTalk();
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    @Test
    void sessionsAreKeptApart() throws Exception {
        String one = talk.open();
        String other = talk.open();
        assertThat(talk.text(one, "conversation")).isNotEqualTo(talk.text(other, "conversation"));
        assertThat(talk.text(one, "conversation"))
                .isEqualTo(talk.text(one, "conversation"))
                .isNotEqualTo(one);
    }

    @Test
    void endedSessionIsGone() throws Exception {
        String session = talk.open();
        Request.Builder delete =
                new Request.Builder().header("Mcp-Session-Id", session).delete();
        try (Response response = talk.execute(delete)) {
            assertThat(response.code()).isEqualTo(204);
        }
        assertThat(talk.status(session, request("1", "ping", "{}"))).isEqualTo(404);
    }

    @Test
    void idleSessionExpires() throws Exception {
        String session = talk.open();
        talk.now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(talk.status(session, request("1", "ping", "{}"))).isEqualTo(200);
        talk.now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(talk.status(session, request("2", "ping", "{}"))).isEqualTo(200);
        talk.now.updateAndGet(time -> time.plus(Duration.ofMinutes(31)));
        assertThat(talk.status(session, request("3", "ping", "{}"))).isEqualTo(404);
    }

    @Test
    void oneSessionTooManyEndsTheLongestIdle() throws Exception {
        String first = talk.open();
        talk.now.updateAndGet(time -> time.plusSeconds(1));
        String second = talk.open();
        talk.open();
        talk.open();
        assertThat(talk.status(first, request("1", "ping", "{}"))).isEqualTo(404);
        assertThat(talk.status(second, request("1", "ping", "{}"))).isEqualTo(200);
    }

    @Test
    void requestWithoutASessionIsRefusedInTheLegacyEra() throws Exception {
        try (Response response = talk.post(request("1", "tools/list", "{}"), new Headers.Builder())) {
            assertThat(response.code()).isEqualTo(400);
        }
    }

    @Test
    void progressComesAsAStreamThatEndsWithTheAnswer() throws Exception {
        String call =
                request("1", "tools/call", "{\"name\":\"test_tool_with_progress\",\"_meta\":{\"progressToken\":1}}");
        try (Response response = talk.post(call, HttpTalk.session(talk.open()))) {
            assertThat(response.header("Content-Type")).isEqualTo("text/event-stream");
            String stream = response.body().string();
            assertThat(stream.split("notifications/progress", -1)).hasSize(4);
            assertThat(stream).contains("\"result\"");
        }
    }

    @Test
    void questionIsAnsweredByAnotherPost() throws Exception {
        String session = talk.open();
        String call = call("1", "test_elicitation", "{\"message\":\"Spend?\"}");
        try (Response response = talk.post(call, HttpTalk.session(session))) {
            JsonNode question = HttpTalk.event(response.body().source());
            String answer =
                    "{\"jsonrpc\":\"2.0\",\"id\":" + question.get("id") + ",\"result\":{\"action\":\"accept\"}}";
            assertThat(talk.status(session, answer)).isEqualTo(202);
            assertThat(HttpTalk.event(response.body().source())
                            .at("/result/content/0/text")
                            .asText())
                    .contains("accept");
        }
    }

    @Test
    void answerFromAnotherSessionIsIgnored() throws Exception {
        String session = talk.open();
        try (Response response =
                talk.post(call("1", "test_elicitation", "{\"message\":\"?\"}"), HttpTalk.session(session))) {
            JsonNode question = HttpTalk.event(response.body().source());
            String forged =
                    "{\"jsonrpc\":\"2.0\",\"id\":" + question.get("id") + ",\"result\":{\"action\":\"accept\"}}";
            String honest = forged.replace("accept", "decline");
            talk.status(talk.open(), forged);
            talk.status(session, honest);
            assertThat(HttpTalk.event(response.body().source())
                            .at("/result/content/0/text")
                            .asText())
                    .contains("decline");
        }
    }

    @Test
    void cancelledCallEndsItsStreamWithoutAnAnswer() throws Exception {
        String session = talk.open();
        CompletableFuture<String> body =
                CompletableFuture.supplyAsync(() -> talk.body(session, call("5", "wait_for_cancel", "{}")));
        assertThat(talk.tools.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        talk.status(session, notification("notifications/cancelled", "{\"requestId\":5}"));
        assertThat(body.get(20, TimeUnit.SECONDS)).doesNotContain("jsonrpc");
    }

    @Test
    void standingStreamTellsOfChanges() throws Exception {
        String session = talk.open();
        Request.Builder get =
                new Request.Builder().headers(HttpTalk.session(session).build());
        try (Response stream = talk.execute(get)) {
            talk.status(session, request("1", "resources/subscribe", "{\"uri\":\"test://watched-resource\"}"));
            talk.resources.change();
            assertThat(HttpTalk.event(stream.body().source()).get("method").asText())
                    .isEqualTo("notifications/resources/updated");
        }
    }

    @Test
    void messagesOfManyThreadsArriveWhole() throws Exception {
        ToolCatalog chatty = new OneTool(context -> {
            IntStream.range(0, 400).parallel().forEach(i -> context.log(LogLevel.ERROR, "test", "m" + i));
            return ToolResult.of(new Content.Text("end"));
        });
        try (HttpTalk talking = new HttpTalk(Offer.of("a", "A", "1", chatty).withLogging())) {
            String stream = talking.body(talking.open(), call("1", "one", "{}"));
            Set<String> said = new HashSet<>();
            for (String line : stream.split("\n"))
                if (line.startsWith("data: "))
                    said.add(FixtureTools.read(line.substring(6))
                            .at("/params/data")
                            .asText());
            assertThat(said).hasSize(401).contains("m0", "m399", "");
        }
    }

    @Test
    void clientThatDoesNotReadIsGivenUp() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        ToolCatalog endless = new OneTool(context -> {
            context.onCancel(givenUp::countDown);
            while (givenUp.getCount() > 0) context.log(LogLevel.ERROR, "test", "x".repeat(20_000));
            return ToolResult.error("nobody reads this");
        });
        try (HttpTalk talking = new HttpTalk(Offer.of("a", "A", "1", endless).withLogging());
                Response unread = talking.post(call("1", "one", "{}"), HttpTalk.session(talking.open()))) {
            assertThat(unread.code()).isEqualTo(200);
            assertThat(givenUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void fiftyClientsAtOnceNeverMix() throws Exception {
        try (HttpTalk roomy = new HttpTalk(60)) {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < 50; i++) work.add(() -> conversationOf(roomy));
            Set<String> conversations = new HashSet<>();
            ExecutorService clients = Executors.newFixedThreadPool(50);
            try {
                for (Future<String> one : clients.invokeAll(work)) conversations.add(one.get());
            } finally {
                clients.shutdown();
            }
            assertThat(conversations).hasSize(50);
        }
    }

    /** Returns the one conversation that a new session sees in ten calls, each answered with its own words. */
    private static String conversationOf(HttpTalk talk) throws IOException {
        String session = talk.open();
        String own = talk.text(session, "conversation");
        for (int i = 0; i < 10; i++) {
            String words = own + i;
            assertThat(talk.body(session, call(String.valueOf(i), "echo", "{\"words\":\"" + words + "\"}")))
                    .contains(words);
            assertThat(talk.text(session, "conversation")).isEqualTo(own);
        }
        return own;
    }
}
