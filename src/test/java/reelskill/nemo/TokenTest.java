package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;

/** How a client gets, keeps and renews the token of its calls. */
@Timeout(60)
class TokenTest extends AgainstNemo {
    private static final String CREDITS = "{\"code\":0,\"data\":{\"available\":1}}";
    private static final String REJECTED = "{\"code\":1001,\"message\":\"expired\"}";

    @Test
    void newProcessUsesTheTokenOfTheLastOne() {
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.json(CREDITS);
        rig.anonymous().credits();
        rig.anonymous().credits();
        assertThat(bearers(3)).containsExactly("none", "Bearer one", "Bearer one");
    }

    @Test
    void tokenIsNewAfterSevenDays() {
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.json(token("two"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        rig.time.pass(Duration.ofDays(7));
        rig.anonymous().credits();
        assertThat(bearers(4)).containsExactly("none", "Bearer one", "none", "Bearer two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-21T10:30:00Z\"",
                "\"2026-11-21T11:30:00+01:00\"",
                "\"2026-11-21T10:30:00\"",
                "\"2026-11-21 10:30:00.123\"",
                "1795257000",
                "1795257000000",
                "\"1795257000\""
            })
    void expiryIsReadInEveryForm(String expiry) {
        rig.json("{\"code\":0,\"data\":{\"token\":\"one\",\"expires_at\":" + expiry + "}}");
        rig.json(CREDITS);
        rig.json(token("two"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        rig.time.pass(Duration.ofMinutes(31));
        rig.anonymous().credits();
        assertThat(bearers(4)).endsWith("Bearer two");
    }

    @Test
    void rejectedTokenIsReplacedOnceWithTheSameClientIdAndTheCallReplayed() {
        rig.json(token("old"));
        rig.json(REJECTED);
        rig.json(token("new"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        String first = String.valueOf(rig.taken().getHeaders().get("X-Client-Id"));
        rig.taken();
        assertThat(rig.taken().getHeaders().get("X-Client-Id")).isEqualTo(first);
        assertThat(rig.taken().getHeaders().get("Authorization")).isEqualTo("Bearer new");
    }

    @ParameterizedTest
    @CsvSource({"200, 1001", "401, 0", "401, 1001", "200, 1010", "403, 1011"})
    void everyFormOfRejectionIsOne(int status, int code) {
        rig.json(token("old"));
        rig.json(status, "{\"code\":" + code + "}");
        rig.json(token("new"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        assertThat(rig.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void secondRejectionIsToldAndNotTriedAgain() {
        rig.json(token("old"));
        rig.json(REJECTED);
        rig.json(token("new"));
        rig.json(REJECTED);
        assertThatThrownBy(() -> rig.anonymous().credits()).hasMessageContaining("TOKEN_REJECTED");
        assertThat(rig.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void tokenOfTheUserIsNeverReplaced() {
        rig.json(REJECTED);
        NemoClient client = rig.client();
        ServiceException refused = catchThrowableOfType(ServiceException.class, client::credits);
        assertThat(client.account().sentence(refused, Language.ENGLISH)).contains("NEMO_TOKEN");
        assertThat(client.account().sentence(refused, Language.CHINESE)).contains("NEMO_TOKEN");
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refusedClientIdIsReplacedOnce() throws Exception {
        rig.json(400, "{\"detail\":\"X-Client-Id required\"}");
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        String refused = String.valueOf(rig.taken().getHeaders().get("X-Client-Id"));
        String accepted = String.valueOf(rig.taken().getHeaders().get("X-Client-Id"));
        assertThat(accepted).isNotEqualTo(refused);
        assertThat(Files.readString(rig.clientIdFile()).strip()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"400, 0", "200, 400"})
    void secondRefusalOfAClientIdIsToldInItsWords(int status, int code) {
        for (int i = 0; i < 2; i++) rig.json(status, "{\"code\":" + code + ",\"detail\":\"X-Client-Id\"}");
        ServiceException refused = catchThrowableOfType(
                ServiceException.class, () -> rig.anonymous().credits());
        assertThat(refused.sentence(Language.ENGLISH)).contains("this device's id");
        assertThat(refused.sentence(Language.CHINESE)).contains("本设备的标识");
        assertThat(rig.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void clientIdOfTheUserIsSentAndNeverReplaced() {
        rig.json(400, "{\"detail\":\"X-Client-Id required\"}");
        NemoClient client = new NemoClient(rig.settings(Optional.empty(), Optional.of("mine")));
        assertThatThrownBy(client::credits).hasMessageContaining("MISSING_CLIENT_ID");
        assertThat(rig.taken().getHeaders().get("X-Client-Id")).isEqualTo("mine");
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
        assertThat(rig.clientIdFile()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"429, 0, , 30", "200, 429, , 30", "429, 0, 7, 7", "429, 0, 'Sat, 21 Nov 2026 10:00:12 GMT', 12"})
    void rateLimitIsWaitedForOnce(int status, int code, String retryAfter, long seconds) {
        MockResponse.Builder limited = new MockResponse.Builder().code(status).body("{\"code\":" + code + "}");
        if (retryAfter != null) limited.addHeader("Retry-After", retryAfter);
        rig.server.enqueue(limited.build());
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        assertThat(rig.time.slept).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void rateLimitThatLastsIsTold() {
        rig.json(429, "{}");
        rig.json(429, "{}");
        assertThatThrownBy(() -> rig.anonymous().credits()).hasMessageContaining("RATE_LIMITED");
        assertThat(rig.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void serviceThatMovesKeepsItsNameAndSoItsToken() {
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        try (NemoRig moved = new NemoRig(folder)) {
            moved.json(CREDITS);
            moved.anonymous().credits();
            assertThat(moved.taken().getHeaders().get("Authorization")).isEqualTo("Bearer one");
        }
    }

    @Test
    void tokenOfOneServiceIsNeverSentToAnother() {
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.json(token("two"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        new NemoClient(named("other")).credits();
        assertThat(bearers(4)).containsExactly("none", "Bearer one", "none", "Bearer two");
    }

    @Test
    void manyThreadsAndClientsAskForOneToken() {
        rig.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean asks = request.getTarget().endsWith("anonymous-token");
                return new MockResponse.Builder()
                        .body(asks ? token("one") : CREDITS)
                        .build();
            }
        });
        IntStream.range(0, 12).parallel().forEach(i -> rig.anonymous().credits());
        assertThat(bearers(13).stream().filter("none"::equals)).hasSize(1);
    }

    @Test
    void tokenIsReadableByTheOwnerOnlyAndNotInTheClientIdFile() throws Exception {
        rig.json(token("nmv_usr_x"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        assertThat(Files.readString(rig.clientIdFile())).doesNotContain("nmv_usr_x");
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void folderThatCannotBeWrittenCostsOnlyTheKeeping() throws Exception {
        Files.writeString(folder.resolve("data"), "a file");
        Files.writeString(folder.resolve("config"), "a file");
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.json(CREDITS);
        NemoClient client = rig.anonymous();
        client.credits();
        client.credits();
        assertThat(bearers(3)).containsExactly("none", "Bearer one", "Bearer one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"token\":5.5e9", "{\"token\":\"a b\"}", "{}"})
    void damagedCacheIsIgnored(String content) throws Exception {
        rig.json(token("one"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) Files.writeString(file, content);
        }
        rig.json(token("two"));
        rig.json(CREDITS);
        rig.anonymous().credits();
        assertThat(bearers(4)).endsWith("Bearer two");
    }

    @Test
    void answerWithoutATokenIsMalformed() {
        rig.json("{\"code\":0,\"data\":{\"user_id\":\"u\"}}");
        assertThatThrownBy(() -> rig.anonymous().credits()).isInstanceOf(MalformedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nX-Evil: 1", "é"})
    void tokenThatCouldBreakOutOfItsHeaderIsRefused(String value) {
        assertThatThrownBy(() -> new Token(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void userIdOfTheTokenIsInTheRegistrationLink() {
        rig.json("{\"code\":0,\"data\":{\"token\":\"one\",\"user_id\":\"u 1&x\"}}");
        rig.json("{\"code\":2001}");
        NemoClient client = rig.anonymous();
        ServiceException refused = catchThrowableOfType(ServiceException.class, client::credits);
        String link = "https://nemovideo.com/register?bind=u%201%26x";
        assertThat(client.account().registration()).isEqualTo(URI.create(link));
        assertThat(client.account().sentence(refused, Language.ENGLISH)).contains(link);
        assertThat(client.account().sentence(refused, Language.CHINESE)).contains(link);
    }

    @Test
    void registeredUserIsToldToTopUp() {
        rig.json("{\"code\":2001}");
        NemoClient client = rig.client();
        ServiceException refused = catchThrowableOfType(ServiceException.class, client::credits);
        assertThat(client.account().sentence(refused, Language.ENGLISH))
                .contains("Top up credits in your account")
                .doesNotContain("register");
    }

    private NemoSettings named(String name) {
        NemoSettings known = rig.settings(Optional.empty(), Optional.empty());
        return new NemoSettings(
                known.apiUrl(),
                known.webUrl(),
                known.attribution(),
                known.token(),
                known.clientId(),
                known.clientIdFile(),
                known.dataFolder(),
                name,
                known.timing());
    }

    private List<String> bearers(int requests) {
        return Stream.generate(() -> String.valueOf(
                        Optional.ofNullable(rig.taken().getHeaders().get("Authorization"))
                                .orElse("none")))
                .limit(requests)
                .toList();
    }

    private static String token(String value) {
        return "{\"code\":0,\"data\":{\"token\":\"" + value + "\"}}";
    }
}
