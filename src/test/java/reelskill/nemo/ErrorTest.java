package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;

/** What the service may refuse, in which shapes, and what the client does about it. */
@Timeout(60)
class ErrorTest extends AgainstNemo {
    /** The table of protocol.md, Envelopes: a number, what it is, what the user reads of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1001 | TOKEN_REJECTED    | access token                     | 访问令牌
            1010 | TOKEN_REJECTED    | access token                     | 访问令牌
            1011 | TOKEN_REJECTED    | access token                     | 访问令牌
            1002 | SESSION_NOT_FOUND | session no longer exists         | 会话已不存在
            2001 | OUT_OF_CREDITS    | Top up credits in your account   | 积分不足
            4001 | UNSUPPORTED_FILE  | mp4, mov, avi, webm, mkv, jpg    | mp4、mov、avi、webm、mkv、jpg
            4002 | FILE_TOO_LARGE    | Compress or trim it              | 压缩或剪短
            400  | INVALID_REQUEST   | could not work with this request | 无法处理此请求
            401  | TOKEN_REJECTED    | access token                     | 访问令牌
            402  | EXPORT_BLOCKED    | Register or upgrade your plan to unlock export. | 注册或升级套餐
            404  | NOT_FOUND         | does not know what was asked for | 找不到
            409  | DUPLICATE_ID      | exists already                   | 已存在
            413  | FILE_TOO_LARGE    | Compress or trim it              | 压缩或剪短
            429  | RATE_LIMITED      | Wait 30 seconds                  | 等待 30 秒
            503  | SERVICE_FAULT     | try again in a minute            | 一分钟后重试
            4711 | UNRECOGNIZED      | this version does not know       | 此版本所未知
            """)
    void everyRowHasItsSentenceAsACodeInEveryEnvelope(int number, ErrorCode code, String english, String chinese) {
        for (String body : List.of(
                "{\"code\":%d,\"message\":\"no\"}",
                "{\"code\":\"%d\"}",
                "{\"success\":false,\"code\":%d}",
                "{\"error\":{\"code\":%d}}",
                "{\"detail\":{\"code\":%d,\"message\":\"no\"}}")) {
            rig.json(body.formatted(number));
            ServiceException refused = refusedSession();
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.wireCode()).isEqualTo(number);
            assertThat(refused.sentence(Language.ENGLISH)).contains(english);
            assertThat(refused.sentence(Language.CHINESE)).contains(chinese);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, TOKEN_REJECTED",
        "402, EXPORT_BLOCKED",
        "403, UNRECOGNIZED",
        "404, NOT_FOUND",
        "408, SERVICE_FAULT",
        "409, DUPLICATE_ID",
        "413, FILE_TOO_LARGE",
        "422, UNRECOGNIZED",
        "429, RATE_LIMITED",
        "500, SERVICE_FAULT",
        "502, SERVICE_FAULT",
        "599, SERVICE_FAULT"
    })
    void statusCountsWhateverTheBody(int status, ErrorCode code) {
        for (String body : List.of(
                "",
                "<html>oops</html>",
                "{\"code\":0}",
                "{\"detail\":\"no\"}",
                "{\"detail\":[{\"msg\":\"no\"}]}",
                "[1]")) {
            rig.json(status, body);
            ServiceException refused = refusedSession();
            assertThat(refused.code()).as(body).isEqualTo(code);
            assertThat(refused.httpStatus()).isEqualTo(status);
        }
    }

    @Test
    void codeOutranksTheStatusItCameWith() {
        rig.json(400, "{\"code\":2001,\"message\":\"no credits\"}");
        assertThat(refusedSession().code()).isEqualTo(ErrorCode.OUT_OF_CREDITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":false,\"error\":\"no\"}", "{\"detail\":\"no\"}", "{\"detail\":[]}"})
    void refusalWithoutANumberIsStillOne(String body) {
        rig.json(body);
        assertThat(refusedSession().code()).isEqualTo(ErrorCode.UNRECOGNIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "12", "not json", "<html>", "{\"data\":{}}", "{}", "{\"code\":0,\"data\":null}"})
    void goodStatusWithoutAnAnswerIsMalformed(String body) {
        rig.json(body);
        MalformedResponseException failure = catchThrowableOfType(
                MalformedResponseException.class, () -> rig.client().newSession("en"));
        assertThat(failure.sentence(Language.ENGLISH)).contains("could not be understood");
        assertThat(failure.sentence(Language.CHINESE)).contains("无法识别");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everySentenceIsOfItsLanguageAndShowsNoPlaceholder(ErrorCode code) {
        assertThat(code.sentence(Language.ENGLISH)).matches("[\\x20-\\x7e]+").doesNotContain("%");
        assertThat(Language.of(code.sentence(Language.CHINESE))).isEqualTo(Language.CHINESE);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void blockedExportIsNeverCalledAMatterOfCredits(Language language) {
        rig.json(402, "{}");
        String sentence = rig.anonymous().account().sentence(refusedSession(), language);
        assertThat(sentence).doesNotContainIgnoringCase("credit").doesNotContain("积分");
        assertThat(sentence).contains("https://nemovideo.com/register");
    }

    @Test
    void whatTheServiceSaidIsOneShortLine() {
        rig.json(500, "{\"error\":\"one\\r\\ntwo\\u0007" + "x".repeat(1000) + "\"}");
        assertThat(refusedSession().said()).hasSize(300).startsWith("one two xx");
    }

    @Test
    void numberThatWouldFillTheMemoryIsNotAnAnswer() {
        rig.json("{\"code\":0,\"data\":{\"session_id\":1e999999999,\"task_id\":1}}");
        assertThatThrownBy(() -> rig.client().newSession("en")).isInstanceOf(MalformedResponseException.class);
        rig.json("{\"code\":0,\"data\":{\"session_id\":-1e6999999999}}");
        assertThatThrownBy(() -> rig.client().newSession("en")).isInstanceOf(MalformedResponseException.class);
        rig.json("{\"code\":0,\"data\":{\"available\":\"1e999999999\",\"frozen\":1}}");
        assertThatThrownBy(() -> rig.client().credits()).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void readIsRepeatedWithGrowingWaits() {
        for (int i = 0; i < 3; i++) rig.json(503, "");
        rig.json("{\"code\":0,\"data\":{\"available\":1}}");
        rig.client().credits();
        assertThat(rig.time.slept).containsExactly(seconds(1, 2, 4));
    }

    @Test
    void readThatKeepsFailingIsToldAfterFourAttempts() {
        for (int i = 0; i < 5; i++) rig.json(503, "");
        assertThatThrownBy(() -> rig.client().credits()).isInstanceOf(ServiceException.class);
        assertThat(rig.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void brokenConnectionOfAReadIsRepeated() {
        for (int i = 0; i < 2; i++) {
            rig.server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
        rig.json("{\"code\":0,\"data\":{\"available\":1}}");
        assertThat(rig.client().credits().available()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "60, 60"})
    void readWaitsAsLongAsTheServiceSays(String header, long seconds) {
        rig.server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", header)
                .build());
        rig.json("{\"code\":0,\"data\":{\"available\":1}}");
        rig.client().credits();
        assertThat(rig.time.slept).containsExactly(seconds(seconds));
    }

    @Test
    void waitOfMoreThanAMinuteIsLeftToTheUser() {
        rig.server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "3600")
                .build());
        ServiceException refused =
                catchThrowableOfType(ServiceException.class, () -> rig.client().credits());
        assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
        assertThat(rig.time.slept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void whatChangesSomethingIsNeverRepeated(int status) {
        rig.json(status, "");
        ServiceException refused = refusedSession();
        assertThat(refused.isRetryable()).isFalse();
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
        assertThat(rig.time.slept).isEmpty();
    }

    @Test
    void brokenConnectionOfAWriteIsToldAndNotRepeated() {
        rig.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        TransportException broken = catchThrowableOfType(
                TransportException.class, () -> rig.client().newSession("en"));
        assertThat(broken.isRetryable()).isFalse();
        assertThat(broken.sentence(Language.ENGLISH)).contains("Check the network");
        assertThat(broken.sentence(Language.CHINESE)).contains("网络");
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void redirectToTheSameHostIsFollowedByAReadOnly() {
        redirect(rig.base().resolve("/elsewhere"));
        rig.json("{\"code\":0,\"data\":{\"available\":1}}");
        rig.client().credits();
        rig.taken();
        assertThat(rig.taken().getTarget()).isEqualTo("/elsewhere");
        redirect(rig.base().resolve("/elsewhere"));
        assertThatThrownBy(() -> rig.client().newSession("en")).isInstanceOf(MalformedResponseException.class);
        assertThat(rig.server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void bearerNeverFollowsARedirectToAnotherHost() {
        try (NemoRig other = new NemoRig(folder)) {
            redirect(other.base());
            redirect(URI.create("http://127.0.0.1:" + rig.base().getPort() + "/x"));
            assertThatThrownBy(() -> rig.client().credits()).isInstanceOf(MalformedResponseException.class);
            assertThatThrownBy(() -> rig.client().credits()).isInstanceOf(MalformedResponseException.class);
            assertThat(other.server.getRequestCount()).isZero();
            assertThat(rig.server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void redirectOfATurnIsNotFollowed() {
        redirect(rig.base().resolve("/elsewhere"));
        TurnResult result = rig.client().turn("s", "hi").run(new TurnListener() {});
        assertThat(result.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void circleOfRedirectsEnds() {
        for (int i = 0; i < 10; i++) redirect(rig.base().resolve("/round"));
        assertThatThrownBy(() -> rig.client().credits()).isInstanceOf(MalformedResponseException.class);
        assertThat(rig.server.getRequestCount()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../credits", "a/b", "?x=1", "#", "%2e%2e", "é"})
    void idOfTheBackendStaysOnePartOfThePath(String id) {
        rig.json("{\"code\":0,\"data\":{\"state\":{}}}");
        rig.client().state(id);
        assertThat(rig.taken().getUrl().encodedPathSegments()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void idThatWouldLeaveItsPathIsRefused(String id) {
        assertThatThrownBy(() -> rig.client().state(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void claimLinkHoldsTheClaimTokenOnly() {
        rig.json("{\"code\":0,\"data\":{\"claim_token\":\"clm_1\",\"expires_in\":604800}}");
        assertThat(rig.client().claimLink("t", "s"))
                .isEqualTo(URI.create("https://nemovideo.com/workspace/claim?ct=clm_1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void claimLinkFallsBackWhereTheEndpointIsMissing(int status) {
        rig.json(status, "{\"detail\":\"Not Found\"}");
        assertThat(rig.client().claimLink("t/1", "s&2"))
                .isEqualTo(URI.create("https://nemovideo.com/workspace/task/t%2F1?session=s%262"));
    }

    private ServiceException refusedSession() {
        return catchThrowableOfType(ServiceException.class, () -> rig.client().newSession("en"));
    }

    private void redirect(URI target) {
        rig.server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", target.toString())
                .build());
    }

    private static Duration[] seconds(long... seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }
}
