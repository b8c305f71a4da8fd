package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How renders are started, asked after and ended (protocol.md, Render). */
@Timeout(60)
class RenderTest extends AgainstNemo {
    static final PollPlan CLOUD = PollPlan.steady(Duration.ofSeconds(30), Duration.ofMinutes(5));

    private static final String DONE = "{\"status\":\"completed\",\"output\":{\"url\":\"https://cdn/f\"}}";
    private static final String BUSY = "{\"success\":true,\"data\":{\"status\":\"processing\"}}";

    private final List<RenderJob> seen = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"status":"completed","output":{"url":"https://x/f"}}                                          | COMPLETED  | https://x/f
            {"success":true,"data":{"status":"completed","outputUrl":"https://x/f"}}                       | COMPLETED  | https://x/f
            {"code":0,"data":{"status":"COMPLETED","output":{"url":"https://x/f"}}}                        | COMPLETED  | https://x/f
            {"success":true,"data":{"status":"completed","output_url":"https://x/f"}}                      | COMPLETED  | https://x/f
            {"status":"completed","output":"https://x/f"}                                                  | COMPLETED  | https://x/f
            {"status":"completed","url":"https://x/f"}                                                     | COMPLETED  | https://x/f
            {"status":"completed"}                                                                         | COMPLETED  |
            {"output":{"status":"processing"}}                                                             | PROCESSING |
            {"data":{"status":"pending"}}                                                                  | PENDING    |
            {"status":"queued"}                                                                            | PENDING    |
            {"status":"cancelled"}                                                                         | CANCELED   |
            {"status":"failed","error":"no"}                                                               | FAILED     |
            {"status":"warming up"}                                                                        | UNKNOWN    |
            {"status":null}                                                                                | UNKNOWN    |
            {"id":"render_1"}                                                                              | UNKNOWN    |
            """)
    void everyShapeOfAnswerIsRead(String body, RenderStatus status, String url) {
        rig.json(body);
        RenderJob job = rig.client().render("render_1");
        assertThat(job.status()).isEqualTo(status);
        assertThat(job.url()).isEqualTo(Optional.ofNullable(url));
        assertThat(job.id()).isEqualTo("render_1");
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.25", "25, 0.25", "'\"25%\"', 0.25", "100, 1", "1.0, 1", "1, 0.01", "0, 0", "400, 1", "-3, 0"})
    void progressIsAPortion(String progress, double portion) {
        rig.json("{\"data\":{\"status\":\"processing\",\"progress\":" + progress + "}}");
        assertThat(rig.client().render("r").progress().orElseThrow()).isEqualTo(portion);
    }

    @Test
    void idComesFromTheAnswerElseStaysOurs() {
        rig.json("{\"success\":true,\"data\":{\"id\":\"theirs\",\"status\":\"pending\"}}");
        assertThat(submit(new ArrayList<>()).id()).isEqualTo("theirs");
        rig.json("{\"success\":true,\"data\":{\"status\":\"pending\"}}");
        List<String> journal = new ArrayList<>();
        assertThat(submit(journal).id()).isEqualTo(journal.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            409 | {}
            400 | {"success":false,"error":"Duplicate render id"}
            200 | {"success":false,"error":"render already exists"}
            500 | {"detail":"id already exists"}
            """)
    void duplicateIdGetsANewOneOnce(int status, String body) {
        rig.json(status, body);
        rig.json(BUSY);
        List<String> journal = new ArrayList<>();
        RenderJob job = submit(journal);
        assertThat(journal).hasSize(2).doesNotHaveDuplicates().last().isEqualTo(job.id());
        rig.json(409, "{}");
        rig.json(409, "{}");
        assertThatThrownBy(() -> submit(new ArrayList<>())).hasMessageContaining("DUPLICATE_ID");
        assertThat(rig.server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 429, 500, 503})
    void refusedRenderIsNotSentAgain(int status) {
        rig.json(status, "{}");
        assertThatThrownBy(() -> submit(new ArrayList<>())).isInstanceOf(ServiceException.class);
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void idsOfOneMomentDiffer() {
        List<String> journal = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rig.json(BUSY);
            submit(journal);
        }
        assertThat(journal).doesNotHaveDuplicates();
    }

    @Test
    void waitEndsWithTheFilm() {
        answers(BUSY, "{\"status\":\"warming up\"}", DONE);
        assertThat(await(CLOUD).url()).contains("https://cdn/f");
        assertThat(seen)
                .extracting(RenderJob::status)
                .containsExactly(RenderStatus.PROCESSING, RenderStatus.UNKNOWN, RenderStatus.COMPLETED);
    }

    @Test
    void completedWithoutAnAddressIsAskedAgain() {
        answers("{\"status\":\"completed\"}", "{\"status\":\"completed\",\"output\":{}}", DONE);
        assertThat(await(CLOUD).url()).contains("https://cdn/f");
    }

    @Test
    void failedRenderEndsTheWait() {
        answers("{\"status\":\"failed\",\"error\":\"bad codec\"}");
        RenderJob job = await(CLOUD);
        assertThat(job.status()).isEqualTo(RenderStatus.FAILED);
        assertThat(job.said()).contains("bad codec");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void passingTroubleOfAPollIsWaitedOut(int status) {
        for (int i = 0; i < 5; i++) rig.json(status, "");
        rig.json(DONE);
        assertThat(await(CLOUD).isFinal()).isTrue();
        for (int i = 0; i < 6; i++) assertThat(rig.taken().getTarget()).endsWith("/lambda/render_1");
    }

    @Test
    void brokenConnectionsOfAPollAreWaitedOut() {
        for (int i = 0; i < 4; i++) {
            rig.server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
        rig.json(DONE);
        assertThat(await(CLOUD).isFinal()).isTrue();
    }

    @Test
    void pollWaitsAsLongAsTheServiceSays() {
        rig.server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "90")
                .build());
        rig.json(DONE);
        await(CLOUD);
        assertThat(slept()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void unknownRenderEndsTheWait() {
        rig.json(404, "{\"detail\":\"Not Found\"}");
        assertThatThrownBy(() -> await(CLOUD)).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void budgetEndsTheWaitWithWhatWasSeen() {
        for (int i = 0; i < 20; i++) rig.json(BUSY);
        assertThat(await(CLOUD).status()).isEqualTo(RenderStatus.PROCESSING);
        assertThat(seen).hasSize(10);
        assertThat(slept()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void localWaitsAreAShareOfWhatWasWaited() {
        for (int i = 0; i < 50; i++) rig.json(BUSY);
        rig.json(DONE);
        await(PollPlan.local());
        List<Duration> slept = rig.time.slept;
        assertThat(slept.subList(0, 9)).containsOnly(Duration.ofMillis(100));
        assertThat(slept).isSorted().last().isEqualTo(Duration.ofSeconds(1));
        Duration before = slept.subList(0, 20).stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(slept.get(20)).isEqualTo(Duration.ofMillis(before.toMillis() / 8));
    }

    @Test
    void serviceOnThisMachineIsAskedToAnswerAtTheEnd() throws Exception {
        rig.json(DONE);
        await(PollPlan.local());
        assertThat(rig.taken().getHeaders().get("Prefer")).isEqualTo("wait=1");
    }

    @Test
    void cloudIsAskedAsItsDocumentsSay() throws Exception {
        rig.json(DONE);
        await(CLOUD);
        assertThat(rig.taken().getHeaders().get("Prefer")).isNull();
    }

    @Test
    void answerThatWasKeptBackIsFollowedByTheNextQuestionAtOnce() {
        rig.json(BUSY);
        rig.json(DONE);
        rig.client()
                .awaitRender(
                        job(), PollPlan.local(), seenNow -> rig.time.pass(Duration.ofSeconds(1)), new CancelSignal());
        assertThat(rig.time.slept).isEmpty();
    }

    @Test
    void cancelEndsTheWaitBetweenTwoPolls() {
        rig.json(BUSY);
        CancelSignal signal = new CancelSignal();
        assertThatThrownBy(() -> rig.client().awaitRender(job(), CLOUD, seenNow -> signal.cancel(), signal))
                .isInstanceOf(CanceledException.class);
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void cancelIsSentToItsRender() {
        rig.json("{\"success\":true}");
        rig.client().cancelRender("render_1");
        assertThat(rig.taken().getTarget()).isEqualTo("/api/render/proxy/lambda/render_1/cancel");
    }

    @ParameterizedTest
    @EnumSource(RenderStatus.class)
    void onlyCompletedNeedsAnAddressToBeFinal(RenderStatus status) {
        RenderJob bare = new RenderJob("r", status, OptionalDouble.empty(), Optional.empty(), Optional.empty());
        assertThat(bare.isFinal()).isEqualTo(status == RenderStatus.FAILED || status == RenderStatus.CANCELED);
    }

    private RenderJob await(PollPlan plan) {
        return rig.client().awaitRender(job(), plan, seen::add, new CancelSignal());
    }

    private RenderJob submit(List<String> journal) {
        try {
            RenderRequest request = new RenderRequest("s", Json.parse("{\"t\":[]}"), Json.parse("{}"));
            return rig.client().submitRender(request, journal::add);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void answers(String... bodies) {
        Stream.of(bodies).forEach(rig::json);
    }

    private Duration slept() {
        return rig.time.slept.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static RenderJob job() {
        return new RenderJob(
                "render_1", RenderStatus.PENDING, OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }
}
