package reelskill.host;

import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** An HTTP client beside the fixture server; the clock of the server stands until it is moved. */
final class HttpTalk implements AutoCloseable {
    final FixtureTools tools = new FixtureTools();
    final FixtureServer.FixtureResources resources = new FixtureServer.FixtureResources();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    final HttpServer server;
    /** Also a call as a whole has its end: a stream that only says that it lives is never silent. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(20))
            .callTimeout(Duration.ofMinutes(1))
            .build();

    HttpTalk() throws IOException {
        this(3);
    }

    HttpTalk(int mostSessions) throws IOException {
        this(HttpSettings.loopback(0), mostSessions);
    }

    HttpTalk(HttpSettings settings) throws IOException {
        this(settings, 3);
    }

    HttpTalk(Offer offer) throws IOException {
        server = start(offer, HttpSettings.loopback(0), 3);
    }

    private HttpTalk(HttpSettings settings, int mostSessions) throws IOException {
        server = start(FixtureServer.offer(tools).withResources(resources), settings, mostSessions);
    }

    private HttpServer start(Offer offer, HttpSettings settings, int mostSessions) throws IOException {
        HttpSettings timed = settings.withSessions(mostSessions, Duration.ofMinutes(30), clock());
        return HttpServer.start(offer, timed, Duration.ofSeconds(5), Duration.ofMillis(20));
    }

    @Override
    public void close() {
        server.close();
        http.connectionPool().evictAll();
    }

    Response execute(Request.Builder request) throws IOException {
        return execute(request, "/mcp");
    }

    Response execute(Request.Builder request, String path) throws IOException {
        String url = server.url().resolve(path).toString();
        return http.newCall(request.url(url).build()).execute();
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

    static String initialize() {
        return request("0", "initialize", "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":{}}}");
    }

    String open() throws IOException {
        try (Response response = post(initialize(), new Headers.Builder())) {
            return response.header("Mcp-Session-Id");
        }
    }

    static Headers.Builder session(String id) {
        return new Headers.Builder().add("Mcp-Session-Id", id).add("MCP-Protocol-Version", "2025-11-25");
    }

    static Headers.Builder standard(String method, String name) {
        Headers.Builder headers =
                new Headers.Builder().add("MCP-Protocol-Version", "2026-07-28").add("Mcp-Method", method);
        return name == null ? headers : headers.add("Mcp-Name", name);
    }

    Response post(String body, Headers.Builder headers) throws IOException {
        headers.set("Content-Type", "application/json");
        headers.set("Accept", "application/json, text/event-stream");
        return execute(new Request.Builder().headers(headers.build()).post(bytes(body)));
    }

    /** A body without a type of its own. */
    static RequestBody bytes(String body) {
        return RequestBody.create(body.getBytes(StandardCharsets.UTF_8), null);
    }

    int status(String session, String body) throws IOException {
        try (Response response = post(body, session(session))) {
            return response.code();
        }
    }

    String body(String session, String body) {
        try (Response response = post(body, session(session))) {
            return response.body().string();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String session, String tool) throws IOException {
        try (Response response = post(call("1", tool, "{}"), session(session))) {
            return json(response).at("/result/content/0/text").asText();
        }
    }

    static JsonNode json(Response response) throws IOException {
        return Json.read(response.body().bytes());
    }

    /** Returns the next event of a stream; comments are no events. */
    static JsonNode event(BufferedSource stream) throws IOException {
        for (String line = stream.readUtf8LineStrict(); ; line = stream.readUtf8LineStrict())
            if (line.startsWith("data: ")) return Json.read(line.substring(6).getBytes(StandardCharsets.UTF_8));
    }
}
