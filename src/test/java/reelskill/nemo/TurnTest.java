package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnState;

/** How a turn ends, and that it is never sent twice. */
@Timeout(60)
class TurnTest extends AgainstNemo {
    private static final String HI = "data: {\"type\":\"text\",\"content\":\"hi\"}\n\n";
    private static final String BEAT = "data: {\"type\":\"heartbeat\"}\n\n";
    private static final TurnListener NOBODY = new TurnListener() {};

    @Test
    void turnRunsOnce() {
        rig.stream(HI);
        Turn turn = rig.client().turn("s", "hi");
        turn.run(NOBODY);
        assertThatThrownBy(() -> turn.run(NOBODY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void brokenTurnIsReportedAndNeverRepeated() {
        rig.server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .chunkedBody(HI.repeat(1000), 100)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        TurnResult result = rig.client().turn("s", "hi").run(NOBODY);
        assertThat(result.outcome()).isEqualTo(TurnOutcome.DISCONNECTED);
        assertThat(result.state().text()).startsWith("hi");
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void streamCutInsideALineIsADisconnect() {
        try (RawServer server =
                new RawServer(out -> out.write(RawServer.utf8(RawServer.STREAM_HEAD + HI + "data: {\"ty")))) {
            TurnResult result =
                    client(server.base(), NemoRig.SHARED).turn("s", "hi").run(NOBODY);
            assertThat(result.outcome()).isEqualTo(TurnOutcome.DISCONNECTED);
            assertThat(result.state().text()).isEqualTo("hi");
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void requestWithoutAnAnswerIsADisconnectAndNeverRepeated() {
        try (RawServer server = new RawServer(out -> {})) {
            TurnResult result =
                    client(server.base(), NemoRig.SHARED).turn("s", "hi").run(NOBODY);
            assertThat(result.outcome()).isEqualTo(TurnOutcome.DISCONNECTED);
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void pooledConnectionThatDiedDoesNotMakeTheTurnRunTwice() {
        rig.json("{\"code\":0,\"data\":{\"available\":1}}");
        rig.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        NemoClient client = rig.client();
        client.credits();
        assertThat(client.turn("s", "hi").run(NOBODY).outcome()).isEqualTo(TurnOutcome.DISCONNECTED);
        assertThat(rig.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void unreachableServiceHasCertainlyNotHeard() {
        URI nobody = rig.base();
        rig.close();
        TurnResult result = client(nobody, NemoRig.SHARED).turn("s", "hi").run(NOBODY);
        assertThat(result.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(result.neverRan()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "200, 1002, FAILED, SESSION_NOT_FOUND",
        "200, 2001, FAILED, OUT_OF_CREDITS",
        "402, 0, FAILED, EXPORT_BLOCKED",
        "429, 0, FAILED, RATE_LIMITED",
        "200, 429, FAILED, RATE_LIMITED",
        "503, 0, DISCONNECTED, SERVICE_FAULT",
        "504, 0, DISCONNECTED, SERVICE_FAULT"
    })
    void refusalInPlaceOfAStreamIsToldByItsCode(int status, int code, TurnOutcome outcome, ErrorCode expected) {
        rig.json(status, "{\"code\":" + code + ",\"message\":\"no\"}");
        TurnResult result = rig.client().turn("s", "hi").run(NOBODY);
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(((ServiceException) result.cause().orElseThrow()).code()).isEqualTo(expected);
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void tokenRefusedBeforeTheStreamIsReplacedAndTheMessageSentAgain() {
        rig.json("{\"code\":0,\"data\":{\"token\":\"old\"}}");
        rig.json("{\"code\":1001,\"message\":\"expired\"}");
        rig.json("{\"code\":0,\"data\":{\"token\":\"new\"}}");
        rig.stream(HI);
        assertThat(rig.anonymous().turn("s", "hi").run(NOBODY).state().text()).isEqualTo("hi");
        rig.taken();
        rig.taken();
        assertThat(rig.taken().getTarget()).isEqualTo("/api/auth/anonymous-token");
        assertThat(rig.taken().getHeaders().get("Authorization")).isEqualTo("Bearer new");
    }

    @Test
    void tokenRefusedInsideTheStreamIsNeverAReasonToSendAgain() {
        rig.json("{\"code\":0,\"data\":{\"token\":\"old\"}}");
        rig.stream("data: {\"code\":1001,\"message\":\"expired\"}\n\n");
        TurnResult result = rig.anonymous().turn("s", "hi").run(NOBODY);
        assertThat(result.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(result.neverRan()).isFalse();
        assertThat(rig.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void failureAtTheEndOfAGoodStreamFailsTheTurn() {
        rig.stream(HI + "data: {\"error\": \"Event loop is closed\"}\n\n");
        TurnResult result = rig.client().turn("s", "hi").run(NOBODY);
        assertThat(result.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(result.state().text()).isEqualTo("hi");
    }

    @Test
    void callTimeoutOfTheSharedClientDoesNotEndATurn() {
        rig.server.enqueue(new MockResponse.Builder()
                .headersDelay(150, TimeUnit.MILLISECONDS)
                .addHeader("Content-Type", "text/event-stream")
                .body(HI)
                .build());
        OkHttpClient hasty = new OkHttpClient.Builder()
                .callTimeout(Duration.ofMillis(50))
                .readTimeout(Duration.ofMillis(50))
                .build();
        assertThat(client(rig.base(), hasty).turn("s", "hi").run(NOBODY).outcome())
                .isEqualTo(TurnOutcome.COMPLETED);
    }

    @Test
    void canceledTurnWhoseBytesHadArrivedIsCanceled() {
        rig.stream(HI);
        CancelSignal stop = new CancelSignal();
        TurnResult result = rig.client().turn("s", "hi", stop).run(onEvent(stop::cancel));
        assertThat(result.outcome()).isEqualTo(TurnOutcome.CANCELED);
    }

    @Test
    void silentTurnIsCanceledFromAnotherThread() throws Exception {
        rig.server.enqueue(neverEnding(HI));
        CancelSignal stop = new CancelSignal();
        TurnResult result = rig.client().turn("s", "hi", stop).run(onEvent(() -> new Thread(stop::cancel).start()));
        assertThat(result.outcome()).isEqualTo(TurnOutcome.CANCELED);
    }

    @Test
    void turnCanceledBeforeItBeganIsNotSent() {
        CancelSignal stop = new CancelSignal();
        stop.cancel();
        assertThat(rig.client().turn("s", "hi", stop).run(NOBODY).outcome()).isEqualTo(TurnOutcome.CANCELED);
        assertThat(rig.server.getRequestCount()).isZero();
    }

    @Test
    void tenMinutesOfHeartbeatsEndTheWait() {
        rig.server.enqueue(neverEnding(BEAT.repeat(10)));
        TurnResult result = rig.client().turn("s", "hi").run(onEvent(() -> rig.time.pass(Duration.ofMinutes(1))));
        assertThat(result.outcome()).isEqualTo(TurnOutcome.TIMED_OUT);
        assertThat(result.state().counts().heartbeats()).isEqualTo(10);
    }

    @Test
    void fifteenMinutesEndTheWaitHoweverMuchIsSaid() {
        rig.server.enqueue(neverEnding(HI.repeat(15)));
        TurnResult result = rig.client().turn("s", "hi").run(onEvent(() -> rig.time.pass(Duration.ofMinutes(1))));
        assertThat(result.outcome()).isEqualTo(TurnOutcome.TIMED_OUT);
        assertThat(result.state().counts().events()).isEqualTo(15);
    }

    @Test
    void everyTwoMinutesOfSilenceAreTold() {
        rig.stream(BEAT.repeat(5) + HI + BEAT.repeat(2));
        List<Duration> silences = new ArrayList<>();
        rig.client().turn("s", "hi").run(new TurnListener() {
            @Override
            public void onEvent(TurnEvent event, TurnState after) {
                rig.time.pass(Duration.ofMinutes(1));
            }

            @Override
            public void onStillWorking(Duration silence) {
                silences.add(silence);
            }
        });
        assertThat(silences).extracting(Duration::toMinutes).containsExactly(2L, 4L, 2L);
    }

    @Test
    void listenersOwnExceptionReachesTheCaller() {
        rig.stream(HI);
        RuntimeException own = new RuntimeException("screen is gone");
        Turn turn = rig.client().turn("s", "hi");
        assertThatThrownBy(() -> turn.run(onEvent(() -> {
                    throw own;
                })))
                .isSameAs(own);
    }

    @Test
    void exceptionWhileTellingOfSilenceEndsTheTurnAndReachesTheCaller() {
        rig.server.enqueue(neverEnding(BEAT));
        RuntimeException own = new RuntimeException("screen is gone");
        Turn turn = rig.client().turn("s", "hi");
        assertThatThrownBy(() -> turn.run(new TurnListener() {
                    @Override
                    public void onEvent(TurnEvent event, TurnState after) {
                        rig.time.pass(Duration.ofMinutes(2));
                    }

                    @Override
                    public void onStillWorking(Duration silence) {
                        throw own;
                    }
                }))
                .isSameAs(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "TEXT/EVENT-STREAM; charset=utf-8"})
    void streamUnderAnyOtherTypeIsStillHeard(String type) {
        rig.server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", type)
                .body(HI)
                .build());
        assertThat(rig.client().turn("s", "hi").run(NOBODY).state().text()).isEqualTo("hi");
    }

    @Test
    void webPageInPlaceOfAStreamIsMalformed() {
        rig.server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>log in</html>")
                .build());
        assertThat(rig.client().turn("s", "hi").run(NOBODY).cause())
                .containsInstanceOf(MalformedResponseException.class);
    }

    private NemoClient client(URI base, OkHttpClient shared) {
        return new NemoClient(
                new NemoSettings(
                        base,
                        base,
                        NemoRig.WHO,
                        Optional.of(new Token("t")),
                        Optional.empty(),
                        folder.resolve("id"),
                        folder,
                        "test",
                        rig.time.timing()),
                shared);
    }

    /** Sends {@code begin} and then nothing, for as long as the client listens. */
    private static MockResponse neverEnding(String begin) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .addHeader("Content-Length", "100000000")
                .body(begin)
                .setHeader("Content-Length", "100000000")
                .build();
    }

    private static TurnListener onEvent(Runnable action) {
        return new TurnListener() {
            @Override
            public void onEvent(TurnEvent event, TurnState after) {
                action.run();
            }
        };
    }
}
