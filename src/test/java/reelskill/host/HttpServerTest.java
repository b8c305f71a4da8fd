package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.modern;
import static reelskill.host.Conversation.notification;
import static reelskill.host.Conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private final FixtureTools tools = new FixtureTools();
    private final FixtureServer.FixtureResources resources = new FixtureServer.FixtureResources();
    private final Offer offer = FixtureServer.offer(tools).withResources(resources);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final OkHttpClient http =
            new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(20)).build();
    private HttpServer server = start(HttpSettings.loopback(0).withSessions(3, Duration.ofMinutes(30), clock()));

    @AfterEach
    void stop() {
        server.close();
        http.connectionPool().evictAll();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, , 200",
        "127.0.0.1:9, http://localhost:3000, 200",
        "evil.example.com, , 403",
        "localhost, http://evil.example.com, 403",
        "localhost, null, 403",
        "localhost.evil.example, , 403",
        "localhost, http://localhost.evil.example, 403"
    })
    void pageOfElsewhereIsRefused(String host, String origin, int status) throws Exception {
        Headers.Builder headers = new Headers.Builder().add("Host", host);
        if (origin != null) headers.add("Origin", origin);
        try (Response response = post(initialize(), headers)) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"Bearer secret, 200", "Bearer wrong, 401", "secret, 401", "Bearer secret2, 401", ", 401"})
    void onlyTheTokenOpens(String authorization, int status) throws Exception {
        stop();
        server = start(HttpSettings.loopback(0).withToken("secret"));
        Headers.Builder headers = new Headers.Builder();
        if (authorization != null) headers.add("Authorization", authorization);
        try (Response response = post(initialize(), headers)) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @Test
    void serverThatOthersReachNeedsAToken() {
        assertThatThrownBy(() -> HttpSettings.loopback(0).listeningOn("0.0.0.0", Set.of("box.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sessionsAreKeptApart() throws Exception {
        String one = open();
        String other = open();
        assertThat(text(one, "conversation")).isNotEqualTo(text(other, "conversation"));
        assertThat(text(one, "conversation"))
                .isEqualTo(text(one, "conversation"))
                .isNotEqualTo(one);
    }

    @Test
    void endedSessionIsGone() throws Exception {
        String session = open();
        Request delete = new Request.Builder()
                .url(server.url().toURL())
                .header("Mcp-Session-Id", session)
                .delete()
                .build();
        try (Response response = http.newCall(delete).execute()) {
            assertThat(response.code()).isEqualTo(204);
        }
        assertThat(status(session, request("1", "ping", "{}"))).isEqualTo(404);
    }

    @Test
    void idleSessionExpires() throws Exception {
        String session = open();
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(status(session, request("1", "ping", "{}"))).isEqualTo(200);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(31)));
        assertThat(status(session, request("2", "ping", "{}"))).isEqualTo(404);
    }

    @Test
    void oneSessionTooManyEndsTheLongestIdle() throws Exception {
        String first = open();
        now.updateAndGet(time -> time.plusSeconds(1));
        String second = open();
        open();
        open();
        assertThat(status(first, request("1", "ping", "{}"))).isEqualTo(404);
        assertThat(status(second, request("1", "ping", "{}"))).isEqualTo(200);
    }

    @Test
    void requestWithoutASessionIsRefusedInTheLegacyEra() throws Exception {
        try (Response response = post(request("1", "tools/list", "{}"), new Headers.Builder())) {
            assertThat(response.code()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, {}, 415",
        "application/json, {, 400",
        "application/json, 7, 400",
        "'application/json; charset=utf-8', {, 400"
    })
    void bodyThatIsNoMessageIsRefused(String type, String body, int status) throws Exception {
        Request post = new Request.Builder()
                .url(server.url().toURL())
                .header("Content-Type", type)
                .post(bytes(body))
                .build();
        try (Response response = http.newCall(post).execute()) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @Test
    void bodyBeyondTheLimitIsRefused() throws Exception {
        try (Response response = post("\"" + "x".repeat(5 << 20) + "\"", new Headers.Builder())) {
            assertThat(response.code()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "OPTIONS", "PATCH"})
    void otherMethodsAreRefused(String method) throws Exception {
        Request request = new Request.Builder()
                .url(server.url().toURL())
                .method(method, bytes("{}"))
                .build();
        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(405);
        }
    }

    @Test
    void otherPathsAreNotThere() throws Exception {
        Request request = new Request.Builder()
                .url(server.url().resolve("/other").toURL())
                .build();
        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(404);
        }
    }

    @Test
    void progressComesAsAStreamThatEndsWithTheAnswer() throws Exception {
        String call =
                request("1", "tools/call", "{\"name\":\"test_tool_with_progress\",\"_meta\":{\"progressToken\":1}}");
        try (Response response = post(call, session(open()))) {
            assertThat(response.header("Content-Type")).isEqualTo("text/event-stream");
            String stream = response.body().string();
            assertThat(stream.split("notifications/progress", -1)).hasSize(4);
            assertThat(stream).contains("\"result\"");
        }
    }

    @Test
    void questionIsAnsweredByAnotherPost() throws Exception {
        String session = open();
        String call = call("1", "test_elicitation", "{\"message\":\"Spend?\"}");
        try (Response response = post(call, session(session))) {
            JsonNode question = event(response.body().source());
            String answer =
                    "{\"jsonrpc\":\"2.0\",\"id\":" + question.get("id") + ",\"result\":{\"action\":\"accept\"}}";
            assertThat(status(session, answer)).isEqualTo(202);
            assertThat(event(response.body().source())
                            .at("/result/content/0/text")
                            .asText())
                    .contains("accept");
        }
    }

    @Test
    void answerFromAnotherSessionIsIgnored() throws Exception {
        String session = open();
        try (Response response = post(call("1", "test_elicitation", "{\"message\":\"?\"}"), session(session))) {
            JsonNode question = event(response.body().source());
            String forged =
                    "{\"jsonrpc\":\"2.0\",\"id\":" + question.get("id") + ",\"result\":{\"action\":\"accept\"}}";
            String honest = forged.replace("accept", "decline");
            status(open(), forged);
            status(session, honest);
            assertThat(event(response.body().source())
                            .at("/result/content/0/text")
                            .asText())
                    .contains("decline");
        }
    }

    @Test
    void cancelledCallEndsItsStreamWithoutAnAnswer() throws Exception {
        String session = open();
        CompletableFuture<String> body =
                CompletableFuture.supplyAsync(() -> body(session, call("5", "wait_for_cancel", "{}")));
        assertThat(tools.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        status(session, notification("notifications/cancelled", "{\"requestId\":5}"));
        assertThat(body.get(20, TimeUnit.SECONDS)).doesNotContain("jsonrpc");
    }

    @Test
    void standingStreamTellsOfChanges() throws Exception {
        String session = open();
        Request get = new Request.Builder()
                .url(server.url().toURL())
                .headers(session(session).build())
                .build();
        try (Response stream = http.newCall(get).execute()) {
            status(session, request("1", "resources/subscribe", "{\"uri\":\"test://watched-resource\"}"));
            resources.change();
            assertThat(event(stream.body().source()).get("method").asText())
                    .isEqualTo("notifications/resources/updated");
        }
    }

    @Test
    void listenerThatLeavesIsForgotten() throws Exception {
        stop();
        server = HttpServer.start(offer, HttpSettings.loopback(0), Duration.ofSeconds(5), Duration.ofMillis(20));
        String filter = ",\"notifications\":{\"resourceSubscriptions\":[\"test://watched-resource\"]}";
        String listen = request("1", "subscriptions/listen", modern("{}", filter));
        try (Response stream = post(listen, standard("subscriptions/listen", null))) {
            assertThat(event(stream.body().source()).get("method").asText()).endsWith("acknowledged");
            assertThat(resources.watchers()).isEqualTo(1);
        }
        // The keep-alive finds the connection closed.
        for (long end = System.nanoTime() + 20_000_000_000L; resources.watchers() > 0; Thread.onSpinWait())
            assertThat(System.nanoTime()).isLessThan(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-28, tools/call, echo, 200, 0",
        "2026-07-28, tools/call, =?base64?ZWNobw==?=, 200, 0",
        "2026-07-28, tools/call, =?base64?ZWNobw?!, 400, -32020",
        "2026-07-28, tools/call, other, 400, -32020",
        "2026-07-28, tools/call, , 400, -32020",
        "2026-07-28, tools/list, echo, 400, -32020",
        "2026-07-28, , echo, 400, -32020",
        "2025-11-25, tools/call, echo, 400, -32020",
        ", tools/call, echo, 400, -32020"
    })
    void headersMustSayWhatTheBodySays(String version, String method, String name, int status, int code)
            throws Exception {
        Headers.Builder headers = new Headers.Builder();
        if (version != null) headers.add("MCP-Protocol-Version", version);
        if (method != null) headers.add("Mcp-Method", method);
        if (name != null) headers.add("Mcp-Name", name);
        String call = request("1", "tools/call", modern("{}", ",\"name\":\"echo\",\"arguments\":{\"words\":\"a\"}"));
        try (Response response = post(call, headers)) {
            assertThat(response.code()).isEqualTo(status);
            assertThat(json(response).at("/error/code").asInt()).isEqualTo(code);
        }
    }

    @Test
    void modernRequestNeedsNoSessionAndGetsNone() throws Exception {
        try (Response response = post(request("1", "tools/list", modern("{}", "")), standard("tools/list", null))) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Mcp-Session-Id")).isNull();
            assertThat(json(response).at("/result/cacheScope").asText()).isEqualTo("public");
        }
    }

    @Test
    void unknownModernMethodIs404() throws Exception {
        try (Response response = post(request("1", "ping", modern("{}", "")), standard("ping", null))) {
            assertThat(response.code()).isEqualTo(404);
            assertThat(json(response).at("/error/code").asInt()).isEqualTo(-32601);
        }
    }

    @Test
    void settingsNeverShowTheToken() {
        assertThat(HttpSettings.loopback(0).withToken("secret").toString()).doesNotContain("secret");
    }

    private HttpServer start(HttpSettings settings) {
        try {
            return HttpServer.start(offer, settings);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    private static String initialize() {
        return request("0", "initialize", "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":{}}}");
    }

    private String open() throws IOException {
        try (Response response = post(initialize(), new Headers.Builder())) {
            return response.header("Mcp-Session-Id");
        }
    }

    private static Headers.Builder session(String id) {
        return new Headers.Builder().add("Mcp-Session-Id", id).add("MCP-Protocol-Version", "2025-11-25");
    }

    private static Headers.Builder standard(String method, String name) {
        Headers.Builder headers =
                new Headers.Builder().add("MCP-Protocol-Version", "2026-07-28").add("Mcp-Method", method);
        return name == null ? headers : headers.add("Mcp-Name", name);
    }

    private Response post(String body, Headers.Builder headers) throws IOException {
        headers.set("Content-Type", "application/json");
        headers.set("Accept", "application/json, text/event-stream");
        return http.newCall(new Request.Builder()
                        .url(server.url().toURL())
                        .headers(headers.build())
                        .post(bytes(body))
                        .build())
                .execute();
    }

    /** A body without a type of its own. */
    private static RequestBody bytes(String body) {
        return RequestBody.create(body.getBytes(StandardCharsets.UTF_8), null);
    }

    private int status(String session, String body) throws IOException {
        try (Response response = post(body, session(session))) {
            return response.code();
        }
    }

    private String body(String session, String body) {
        try (Response response = post(body, session(session))) {
            return response.body().string();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String session, String tool) throws IOException {
        try (Response response = post(call("1", tool, "{}"), session(session))) {
            return json(response).at("/result/content/0/text").asText();
        }
    }

    private static JsonNode json(Response response) throws IOException {
        return Json.read(response.body().bytes());
    }

    /** Returns the next event of a stream; comments are no events. */
    private static JsonNode event(BufferedSource stream) throws IOException {
        for (String line = stream.readUtf8LineStrict(); ; line = stream.readUtf8LineStrict())
            if (line.startsWith("data: ")) return Json.read(line.substring(6).getBytes(StandardCharsets.UTF_8));
    }
}
