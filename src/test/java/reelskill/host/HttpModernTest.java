package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.host.Conversation.call;
import static reelskill.host.Conversation.modern;
import static reelskill.host.Conversation.request;

import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stateless era over HTTP. */
class HttpModernTest {
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
    void listenerThatLeavesIsForgotten() throws Exception {
        String filter = ",\"notifications\":{\"resourceSubscriptions\":[\"test://watched-resource\"]}";
        String listen = request("1", "subscriptions/listen", modern("{}", filter));
        try (Response stream = talk.post(listen, HttpTalk.standard("subscriptions/listen", null))) {
            assertThat(HttpTalk.event(stream.body().source()).get("method").asText())
                    .endsWith("acknowledged");
            assertThat(talk.resources.watchers()).isEqualTo(1);
        }
        // The keep-alive finds the connection closed.
        assertThat(talk.resources.unwatched.await(20, TimeUnit.SECONDS)).isTrue();
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
        try (Response response = talk.post(call, headers)) {
            assertThat(response.code()).isEqualTo(status);
            assertThat(HttpTalk.json(response).at("/error/code").asInt()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"region\":\"eu\"}', eu, , 200",
        "'{\"region\":\"欧\",\"count\":7}', =?base64?5qyn?=, 7, 200",
        "'{}', , , 200",
        "'{\"region\":\"eu\"}', us, , 400",
        "'{\"region\":\"eu\"}', , , 400",
        "'{\"region\":\"eu\",\"count\":7}', eu, 8, 400",
        "'{}', eu, , 400",
        "'{\"region\":\"Hello\"}', =?base64?SGVsbG8?=, , 400",
        "'{\"region\":\"Hello\"}', =?base64?SGVsbG8=?=, , 200"
    })
    void headersOfArgumentsMustSayWhatTheBodySays(String arguments, String region, String count, int status)
            throws Exception {
        Headers.Builder headers = HttpTalk.standard("tools/call", "mirrored");
        if (region != null) headers.add("Mcp-Param-Region", region);
        if (count != null) headers.add("Mcp-Param-Count", count);
        String call = request("1", "tools/call", modern("{}", ",\"name\":\"mirrored\",\"arguments\":" + arguments));
        try (Response response = talk.post(call, headers)) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @Test
    void modernRequestNeedsNoSessionAndGetsNone() throws Exception {
        try (Response response =
                talk.post(request("1", "tools/list", modern("{}", "")), HttpTalk.standard("tools/list", null))) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Mcp-Session-Id")).isNull();
            assertThat(HttpTalk.json(response).at("/result/cacheScope").asText())
                    .isEqualTo("public");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ping, , 404, -32601",
        "tools/call, test_missing_capability, 400, -32021",
        "tools/call, no_such_tool, 200, -32602",
        "resources/list, , 200, 0"
    })
    void failureHasTheStatusOfItsKind(String method, String tool, int status, int code) throws Exception {
        String name = tool == null ? "" : ",\"name\":\"" + tool + "\"";
        String body = request("1", method, modern("{}", name));
        try (Response response = talk.post(body, HttpTalk.standard(method, tool))) {
            assertThat(response.code()).isEqualTo(status);
            assertThat(HttpTalk.json(response).at("/error/code").asInt()).isEqualTo(code);
        }
    }

    @Test
    void unknownVersionIsABadRequest() throws Exception {
        String body = request("1", "tools/list", modern("{}", "").replace("2026-07-28", "2099-01-01"));
        Headers.Builder headers = HttpTalk.standard("tools/list", null).set("MCP-Protocol-Version", "2099-01-01");
        try (Response response = talk.post(body, headers)) {
            assertThat(response.code()).isEqualTo(400);
            assertThat(HttpTalk.json(response).at("/error/code").asInt()).isEqualTo(-32022);
        }
    }
}
