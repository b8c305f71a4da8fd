package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.nemo.FakeTime;
import reelskill.studio.store.Accounts;

/** The protocol over real sockets: who is let in, and what each endpoint answers. */
class StudioTest {
    @TempDir
    private Path home;

    private final FakeTime clock = new FakeTime();
    private Studio studio;
    private StudioClient client;

    @BeforeEach
    void open() throws IOException {
        studio = Studio.open(StudioSettings.of(home, StudioMedia.CACHE)
                .withPolicy(new StudioSettings.Policy(1, 100, 0, false))
                .withTiming(clock, Duration.ofSeconds(20), Duration.ofSeconds(10)));
        client = new StudioClient(studio).signIn("client");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "127.0.0.1:1", "127.0.0.1", "localhost.evil.example:PORT"})
    void foreignHostIsRefused(String host) {
        String named = host.replace("PORT", Integer.toString(studio.baseUrl().getPort()));
        assertThat(client.call(client.request("/studio/health").header("Host", named))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"})
    void loopbackHostIsLetIn(String name) {
        String host = name + ":" + studio.baseUrl().getPort();
        assertThat(client.call(client.request("/studio/health").header("Host", host))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example,403",
        "null,403",
        "http://localhost.evil.example,403",
        "file://,403",
        "http://localhost:3000,200",
        "http://127.0.0.1:8080,200"
    })
    void onlyPagesOfThisMachineAreLetIn(String origin, int status) {
        StudioClient.Answer answer =
                client.call(client.request("/studio/health").header("Origin", origin));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().names()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @Test
    void healthProvesThatItIsThisFoldersStudio() {
        JsonNode data = client.get("/studio/health?nonce=abc").data();
        assertThat(data.path("proof").asText())
                .isEqualTo(Studio.proof(home, "abc"))
                .hasSize(64);
    }

    @Test
    void tokenCallAnswersAsDocumented() {
        StudioClient.Answer answer = token("another");
        assertThat(answer.code()).isZero();
        assertThat(answer.message()).isEqualTo("success");
        assertThat(answer.data().path("token").asText()).startsWith("nmv_usr_");
        assertThat(answer.data().path("user_id").asText()).matches("\\d{19}");
        assertThat(answer.data().path("credits").asInt()).isEqualTo(100);
    }

    @Test
    void tokenCallWithoutClientIdIsRefused() {
        StudioClient.Answer answer = client.post("/api/auth/anonymous-token");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(400);
    }

    @Test
    void secondTokenOfAClientIsRefusedForSevenDays() {
        assertThat(token("client").code()).isEqualTo(429);
        clock.pass(Accounts.LIFETIME);
        assertThat(token("client").code()).isZero();
    }

    @Test
    void expiredTokenIsRejected() {
        clock.pass(Accounts.LIFETIME);
        assertThat(client.get("/api/credits/balance/simple").code()).isEqualTo(1001);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/credits/balance/simple",
        "GET,/api/state/nemo_agent/me/1/latest",
        "GET,/api/render/proxy/lambda/1",
        "GET,/api/render/proxy/1/download",
        "GET,/studio/sessions/1/versions",
        "POST,/run_sse",
        "POST,/api/upload-video/nemo_agent/me/1",
        "POST,/api/tasks/me/with-session/nemo_agent",
        "POST,/api/auth/claim-token",
        "POST,/api/render/proxy/lambda",
        "POST,/api/render/proxy/lambda/1/cancel",
        "POST,/studio/sessions/1/versions/undo"
    })
    void endpointNeedsAToken(String method, String path) {
        RequestBody body = method.equals("GET") ? null : RequestBody.EMPTY;
        assertThat(new StudioClient(studio)
                        .call(client.request(path)
                                .header("Authorization", "Bearer x")
                                .method(method, body))
                        .code())
                .isEqualTo(1001);
    }

    @Test
    void unknownSessionIs1002() {
        assertThat(client.get("/api/state/nemo_agent/me/1234567890123456789/latest")
                        .code())
                .isEqualTo(1002);
        assertThat(client.say("1234567890123456789", "cut").code()).isEqualTo(1002);
    }

    @Test
    void sessionOfSomebodyElseIs1002() {
        String session = client.createSession();
        StudioClient stranger = new StudioClient(studio).signIn("stranger");
        assertThat(stranger.get("/api/state/nemo_agent/me/" + session + "/latest")
                        .code())
                .isEqualTo(1002);
        assertThat(stranger.upload(session, "a.mp4", new byte[10]).code()).isEqualTo(1002);
    }

    @Test
    void sessionIdsAreStringsOfNineteenDigits() {
        StudioClient.Answer answer = client.post(
                "/api/tasks/me/with-session/nemo_agent",
                StudioClient.JSON.createObjectNode().put("task_name", "x"));
        assertThat(answer.body())
                .containsPattern("\"session_id\":\"\\d{19}\"")
                .containsPattern("\"task_id\":\"\\d{19}\"");
    }

    @Test
    void claimTokenIsIssuedForOnesOwnSession() {
        ObjectNode created =
                (ObjectNode) client.post("/api/tasks/me/with-session/nemo_agent", StudioClient.JSON.createObjectNode())
                        .data();
        JsonNode data = client.post("/api/auth/claim-token", created).data();
        assertThat(data.path("claim_token").asText()).startsWith("clm_");
        assertThat(data.path("expires_in").asInt()).isEqualTo(604800);
    }

    @Test
    void newAccountHasItsCredits() {
        assertThat(client.get("/api/credits/balance/simple").data().toString())
                .isEqualTo("{\"available\":100,\"frozen\":0,\"total\":100}");
    }

    @Test
    void unknownAddressIs404AndWrongMethod405() {
        assertThat(client.get("/nowhere").status()).isEqualTo(404);
        assertThat(client.get("/run_sse").status()).isEqualTo(405);
    }

    @Test
    void bodyThatIsNoJsonObjectIsRefusedWithoutRepeatingIt() {
        StudioClient.Answer answer = client.call(client.request("/run_sse").post(RequestBody.create("[secret", null)));
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void firstUploadIsOnTheTimeline() {
        String session = client.createSession();
        JsonNode data = client.upload(session, StudioMedia.clip()).data();
        assertThat(data.path("session_state_applied").asBoolean()).isTrue();
        JsonNode file = data.at("/files/0");
        assertThat(file.path("filename").asText()).isEqualTo("studio-clip.mp4");
        assertThat(file.path("duration").asDouble()).isEqualTo(4.0);
        assertThat(file.path("width").asInt()).isEqualTo(320);
        assertThat(file.path("fps").asDouble()).isEqualTo(25.0);
        JsonNode state = client.state(session).path("state");
        assertThat(state.at("/draft/d").asInt()).isEqualTo(4000);
        assertThat(state.at("/video_infos/0/filename").asText()).isEqualTo("studio-clip.mp4");
        assertThat(state.at("/canvas_config").toString()).isEqualTo("{\"width\":320,\"height\":180,\"fps\":25.0}");
    }

    @Test
    void secondUploadWaitsInTheLibrary() {
        String session = client.createSession();
        client.upload(session, StudioMedia.clip());
        JsonNode before = client.state(session).at("/state/draft");
        client.upload(session, StudioMedia.clip());
        assertThat(client.state(session).at("/state/draft")).isEqualTo(before);
    }

    @Test
    void uploadedMediaCanBeFetchedByItsAddressAlone() throws Exception {
        String session = client.createSession();
        String url = client.upload(session, StudioMedia.clip())
                .data()
                .at("/files/0/cdn_url")
                .asText();
        var request = new okhttp3.Request.Builder().url(url);
        assertThat(client.call(request).headers().get("Content-Length"))
                .isEqualTo(Long.toString(Files.size(StudioMedia.clip())));
        var part = client.call(request.header("Range", "bytes=4-7"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("ftyp");
        assertThat(client.call(request.header("Range", "bytes=99999999-")).status())
                .isEqualTo(416);
        String forged = url.replaceAll("/[0-9a-f]{64}/", "/" + "0".repeat(64) + "/");
        assertThat(client.call(new okhttp3.Request.Builder().url(forged)).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.mp4|passwd.mp4",
                "C:\\Windows\\evil.mp4|evil.mp4",
                "度假 视频.mp4|度假 视频.mp4",
                "عطلة.mp4|عطلة.mp4",
                "..|media",
                ".hidden.mp4|hidden.mp4",
                "a<b>:c?.mp4|a_b__c_.mp4"
            })
    void namesOfFilesAreMadeSafe(String given, String kept) {
        String session = client.createSession();
        try {
            byte[] clip = Files.readAllBytes(StudioMedia.clip());
            assertThat(client.upload(session, given, clip)
                            .data()
                            .at("/files/0/filename")
                            .asText())
                    .isEqualTo(kept);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(home.resolve("../etc")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "This is a text and no film at all."})
    void fileThatIsNoMediaIs4001AndLeavesNothing(String content) throws IOException {
        String session = client.createSession();
        StudioClient.Answer answer = client.upload(session, "film.mp4", content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.code()).isEqualTo(4001);
        assertThat(answer.message()).startsWith("film.mp4: ").doesNotContain(home.toString());
        assertThat(home.resolve("incoming")).isEmptyDirectory();
        assertThat(client.state(session).at("/state/video_infos")).isEmpty();
    }

    @Test
    void damagedFileAmongSeveralKeepsAllOut() throws IOException {
        String session = client.createSession();
        RequestBody body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart(
                        "files",
                        "good.mp4",
                        RequestBody.create(StudioMedia.clip().toFile(), null))
                .addFormDataPart("files", "bad.mp4", RequestBody.create("no".getBytes(StandardCharsets.UTF_8), null))
                .build();
        assertThat(client.call(client.request("/api/upload-video/nemo_agent/me/" + session)
                                .post(body))
                        .code())
                .isEqualTo(4001);
        try (Stream<Path> media = Files.list(home.resolve("media"))) {
            assertThat(media).isEmpty();
        }
    }

    @Test
    void uploadThatIsTooLargeIsRefusedBeforeItIsRead() {
        String session = client.createSession();
        long[] sent = {0};
        StudioClient.Answer answer = client.upload(session, "big.mp4", new RequestBody() {
            @Override
            public okhttp3.MediaType contentType() {
                return null;
            }

            @Override
            public long contentLength() {
                return 502L << 20;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                byte[] block = new byte[1 << 16];
                for (; sent[0] < contentLength(); sent[0] += block.length) sink.write(block);
            }
        });
        assertThat(answer.code()).isEqualTo(4002);
        assertThat(sent[0]).isLessThan(100L << 20);
    }

    @Test
    void uploadOfUnknownLengthIsCutAtTheLimit() throws IOException {
        String session = client.createSession();
        StudioClient.Answer answer = client.upload(session, "big.mp4", new RequestBody() {
            @Override
            public okhttp3.MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                byte[] block = new byte[1 << 20];
                for (int i = 0; i < 600; i++) sink.write(block);
            }
        });
        assertThat(answer.code()).isEqualTo(4002);
        assertThat(home.resolve("incoming")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a.mp4",
                "http://localhost/a.mp4",
                "http://10.0.0.1/a.mp4",
                "http://192.168.1.1/a.mp4",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/a.mp4",
                "http://[::ffff:10.0.0.1]/a.mp4",
                "http://[fd00::1]/a.mp4",
                "http://100.64.0.1/a.mp4",
                "http://0.0.0.0/a.mp4"
            })
    void urlOfAPrivateAddressIsRefused(String url) {
        assertThat(uploadUrl(client.createSession(), url).message()).contains("private network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/a.mp4", "concat:a|b", ""})
    void urlOfAnotherSchemeIsRefused(String url) {
        assertThat(uploadUrl(client.createSession(), url).code()).isEqualTo(400);
    }

    @Test
    void filesAreFetchedFromAUrl() throws Exception {
        studio.close();
        studio = Studio.open(
                StudioSettings.of(home, StudioMedia.CACHE).withPolicy(new StudioSettings.Policy(1000, 100, 0, true)));
        client = new StudioClient(studio).signIn("another");
        String session = client.createSession();
        try (MockWebServer web = new MockWebServer()) {
            web.start();
            web.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/film.mp4")
                    .build());
            web.enqueue(new MockResponse.Builder()
                    .body(new Buffer().write(Files.readAllBytes(StudioMedia.clip())))
                    .build());
            JsonNode data = uploadUrl(session, web.url("/short").toString()).data();
            assertThat(data.at("/files/0/filename").asText()).isEqualTo("film.mp4");
            assertThat(web.takeRequest().getHeaders().names()).doesNotContain("Authorization");
        }
    }

    @Test
    void draftOfAnotherProgramIsNotRendered() {
        String session = client.createSession();
        JsonNode draft = StudioClient.JSON.createObjectNode().put("foreign", true);
        StudioClient.Answer answer = client.submit(session, "render_1", draft);
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
        assertThat(answer.json().path("error").asText()).isNotEmpty();
    }

    @Test
    void mediaOfAnotherSessionIsNotRendered() {
        String owner = client.createSession();
        client.upload(owner, StudioMedia.clip());
        JsonNode draft = client.state(owner).at("/state/draft");
        assertThat(client.submit(client.createSession(), "render_1", draft).message())
                .contains("media that this session does not have");
    }

    @Test
    void renderWithoutAttributionIs402() {
        ObjectNode asked =
                StudioClient.JSON.createObjectNode().put("id", "render_1").put("sessionId", client.createSession());
        StudioClient.Answer answer = client.post("/api/render/proxy/lambda", asked);
        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.code()).isEqualTo(402);
    }

    private StudioClient.Answer token(String clientId) {
        return client.call(client.request("/api/auth/anonymous-token")
                .header("X-Client-Id", clientId)
                .post(RequestBody.EMPTY));
    }

    private StudioClient.Answer uploadUrl(String session, String url) {
        ObjectNode asked = StudioClient.JSON.createObjectNode().put("source_type", "url");
        asked.putArray("urls").add(url);
        return client.post("/api/upload-video/nemo_agent/me/" + session, asked);
    }
}
