package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reelskill.host.Conversation.request;

import java.util.Set;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and what may come in over HTTP. */
class HttpGateTest {
    private HttpTalk talk;

    @BeforeEach
    void start() throws Exception {
        talk = new HttpTalk();
    }

    @AfterEach
    void stop() {
        talk.close();
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
        try (Response response = talk.post(HttpTalk.initialize(), headers)) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"Bearer secret, 200", "Bearer wrong, 401", "secret, 401", "Bearer secret2, 401", ", 401"})
    void onlyTheTokenOpens(String authorization, int status) throws Exception {
        Headers.Builder headers = new Headers.Builder();
        if (authorization != null) headers.add("Authorization", authorization);
        try (HttpTalk guarded = new HttpTalk(HttpSettings.loopback(0).withToken("secret"));
                Response response = guarded.post(HttpTalk.initialize(), headers)) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @Test
    void serverThatOthersReachNeedsAToken() {
        assertThatThrownBy(() -> HttpSettings.loopback(0).listeningOn("0.0.0.0", Set.of("box.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, {}, 415",
        "application/json, {, 400",
        "application/json, 7, 400",
        "'application/json; charset=utf-8', {, 400"
    })
    void bodyThatIsNoMessageIsRefused(String type, String body, int status) throws Exception {
        Request.Builder post =
                new Request.Builder().header("Content-Type", type).post(HttpTalk.bytes(body));
        try (Response response = talk.execute(post)) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @Test
    void bodyBeyondTheLimitIsRefused() throws Exception {
        try (Response response = talk.post("\"" + "x".repeat(5 << 20) + "\"", new Headers.Builder())) {
            assertThat(response.code()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "OPTIONS", "PATCH"})
    void otherMethodsAreRefused(String method) throws Exception {
        Request.Builder request = new Request.Builder().method(method, HttpTalk.bytes("{}"));
        try (Response response = talk.execute(request)) {
            assertThat(response.code()).isEqualTo(405);
        }
    }

    @Test
    void otherPathsAreNotThere() throws Exception {
        try (Response response = talk.execute(new Request.Builder(), "/other")) {
            assertThat(response.code()).isEqualTo(404);
        }
    }

    @Test
    void settingsNeverShowTheToken() {
        assertThat(HttpSettings.loopback(0).withToken("secret").toString()).doesNotContain("secret");
    }
}
