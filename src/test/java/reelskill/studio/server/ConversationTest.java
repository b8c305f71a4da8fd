package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.store.Account;
import reelskill.studio.store.Balance;
import reelskill.studio.store.IdSource;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;

/** Turns over a real socket: what is told, what is kept, what it costs. */
class ConversationTest {
    @TempDir
    private Path home;

    private Studio studio;
    private StudioClient client;
    private String session;

    @BeforeEach
    void uploadAClip() throws IOException {
        open(StudioSettings.Policy.OWN_MACHINE);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void turnIsToldInTypedEventsAndEndsWithTheConnection() {
        StudioClient.Answer answer = client.say(session, "remove the first 1s");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("text/event-stream");
        assertThat(answer.events())
                .extracting(event -> event.path("type").asText())
                .containsExactly("tool_call", "tool_result", "tool_call", "tool_result", "text");
        JsonNode call = answer.events().get(0);
        assertThat(call.path("name").asText()).isEqualTo("remove_ranges");
        assertThat(call.path("args").isObject()).isTrue();
        JsonNode result = answer.events().get(1);
        assertThat(result.path("name").asText()).isEqualTo("remove_ranges");
        assertThat(result.at("/result/status").asText()).isEqualTo("success");
        JsonNode measured = answer.events().get(3);
        assertThat(measured.path("name").asText()).isEqualTo("measure_timeline");
        assertThat(measured.at("/result/before/picture_ms").asLong()).isEqualTo(4000);
        assertThat(measured.at("/result/after/picture_ms").asLong()).isEqualTo(3000);
        assertThat(measured.at("/result/after/sound_ms").asLong()).isEqualTo(3000);
        assertThat(answer.body())
                .startsWith("data: {\"type\":\"tool_call\",\"name\":\"remove_ranges\",\"args\":{")
                .endsWith("\n\n");
    }

    @Test
    void turnChangesTheDraftByWhatItSays() {
        assertThat(text("remove the first 1s")).isNotBlank();
        assertThat(duration()).isEqualTo(3000);
    }

    @Test
    void aLittleMoreReplacesTheLastChangeAndUndoBringsThatBack() {
        text("set the speed to 2x");
        assertThat(duration()).isEqualTo(2000);
        assertThat(text("a bit more")).startsWith("In place of the last change: Speed: 2.46×");
        assertThat(duration()).isBetween(1600L, 1650L);
        text("undo that");
        assertThat(duration()).isEqualTo(2000);
    }

    @Test
    void followUpGoesOnWithTheFollowUpBefore() {
        text("set the speed to 2x");
        text("a bit more");
        assertThat(text("no, not so strong")).contains("Speed: 1.72×");
    }

    @Test
    void answerToAQuestionIsWhatIsGoneOnWith() {
        text("add a title");
        text("Hello");
        assertThat(text("make it red")).contains("\"Hello\"");
    }

    @Test
    void whatWasOnlyLookedAtIsDoneWhenThatIsWanted() {
        assertThat(text("dry run: remove the first 1s")).contains("nothing was changed");
        assertThat(duration()).isEqualTo(4000);
        text("ok, do it");
        assertThat(duration()).isEqualTo(3000);
        text("undo");
        assertThat(duration()).isEqualTo(4000);
    }

    @Test
    void severalStepsBackAreToldAsOne() {
        text("remove the first 1s");
        text("set the speed to 2x");
        assertThat(text("undo the last two changes").lines())
                .singleElement()
                .asString()
                .contains("version 1");
        assertThat(duration()).isEqualTo(4000);
    }

    @Test
    void boringPartsAreFoundInTheMediaItself() {
        client.say(session, "cut the silences");
        assertThat(duration()).isBetween(2500L, 3300L);
    }

    @Test
    void sentenceThatMeansNothingChangesNothing() {
        assertThat(text("the cat sat quietly upstairs")).contains("did not understand");
        assertThat(versions()).hasSize(1);
    }

    @Test
    void answerIsInTheLanguageOfTheSentence() {
        assertThat(text("删除第一秒")).containsPattern("\\p{IsHan}");
    }

    @Test
    void undoAndRedoAreUnderstoodAsWords() {
        client.say(session, "remove the first 1s");
        client.say(session, "undo");
        assertThat(duration()).isEqualTo(4000);
        client.say(session, "redo");
        assertThat(duration()).isEqualTo(3000);
        assertThat(text("redo")).contains("nothing more to redo");
        assertThat(versions()).hasSize(2);
    }

    @Test
    void versionsAreListedUndoneAndRestoredByAddress() {
        client.say(session, "remove the first 1s");
        String path = "/studio/sessions/" + session + "/versions";
        assertThat(client.post(path + "/undo").data().at("/draft/d").asInt()).isEqualTo(4000);
        assertThat(client.post(path + "/undo").status()).isEqualTo(409);
        assertThat(client.post(path + "/redo").data().at("/draft/d").asInt()).isEqualTo(3000);
        String first = versions().get(0).path("id").asText();
        assertThat(client.post(path + "/" + first + "/restore")
                        .data()
                        .at("/draft/d")
                        .asInt())
                .isEqualTo(4000);
        assertThat(client.get(path + "/" + first).data().at("/draft/d").asInt()).isEqualTo(4000);
        assertThat(client.post(path + "/999/restore").status()).isEqualTo(404);
        assertThat(versions()).hasSize(3);
    }

    @Test
    void exportIsPointedToAndNotStarted() {
        assertThat(text("remove the first 1s and export")).contains("Click the **Export** button");
    }

    @Test
    void turnsOfOneSessionFollowEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<StudioClient.Answer>> turns = IntStream.range(0, 3)
                .mapToObj(i -> threads.submit(() -> client.say(session, "remove the first 1s")))
                .toList();
        for (Future<StudioClient.Answer> turn : turns)
            assertThat(turn.get().status()).isEqualTo(200);
        threads.shutdown();
        assertThat(duration()).isEqualTo(1000);
        assertThat(versions()).hasSize(4);
    }

    @Test
    void turnOfAClientThatWentAwayIsFinished() throws Exception {
        byte[] body =
                StudioClient.message(session, "cut the silences").toString().getBytes(StandardCharsets.UTF_8);
        int port = studio.baseUrl().getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoLinger(true, 0);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /run_sse HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer "
                            + client.token() + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            // The head of the answer says that the turn has begun; closing with linger 0 then resets the connection.
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        // The next turn waits for the one before.
        client.say(session, "undo");
        assertThat(versions())
                .extracting(version -> version.path("sentence").asText())
                .contains("cut the silences");
    }

    @Test
    void turnCostsWhatThePolicySaysOnlyWhenItChangesSomething() throws IOException {
        studio.close();
        open(new StudioSettings.Policy(1000, 100, 60, false));
        client.say(session, "the cat sat quietly upstairs");
        assertThat(available()).isEqualTo(100);
        client.say(session, "remove the first 1s");
        assertThat(available()).isEqualTo(40);
    }

    @Test
    void turnWithoutCreditsIs2001AndChangesNothing() throws IOException {
        studio.close();
        open(new StudioSettings.Policy(1000, 50, 60, false));
        StudioClient.Answer answer = client.say(session, "remove the first 1s");
        assertThat(answer.code()).isEqualTo(2001);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(duration()).isEqualTo(4000);
    }

    @Test
    void editedDraftRendersToWhatItSays() throws Exception {
        client.say(session, "cut the silences, add a title saying 'Weekly update', and export");
        JsonNode draft = client.state(session).at("/state/draft");
        client.submit(session, "render_1", draft);
        JsonNode done = client.await("render_1").json();
        assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("completed");
        Path file = home.resolve("result.mp4");
        try (var response = client.http
                .newCall(new okhttp3.Request.Builder()
                        .url(done.at("/output/url").asText())
                        .build())
                .execute()) {
            java.nio.file.Files.write(file, response.body().bytes());
        }
        long millis = StudioMedia.probe().probe(file).duration().toMillis();
        assertThat(millis)
                .isBetween(draft.path("d").asLong() - 41, draft.path("d").asLong() + 41);
    }

    @Test
    void waitingTurnSendsHeartbeatsAndItsCreditsAreFrozen() throws Exception {
        studio.close();
        open(new StudioSettings.Policy(1000, 100, 60, false), Duration.ofMillis(50));
        CountDownLatch told = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Store store = Store.open(home, Clock.systemUTC(), IdSource.secure(), Duration.ofSeconds(20))) {
            Account account = store.accounts().findByToken(client.token()).orElseThrow();
            Session held = store.sessions().find(account, session).orElseThrow();
            CountDownLatch holding = new CountDownLatch(1);
            Future<?> holder = threads.submit(() -> store.sessions().exclusively(held, () -> {
                holding.countDown();
                return await(told);
            }));
            holding.await();
            RequestBody body = StudioClient.body(StudioClient.message(session, "remove the first 1s"));
            try (Response turn = client.http
                    .newCall(client.request("/run_sse").post(body).build())
                    .execute()) {
                assertThat(turn.body().source().readUtf8Line()).isEqualTo("data: {\"type\":\"heartbeat\"}");
                assertThat(store.ledger().balance(account)).isEqualTo(new Balance(40, 60));
                told.countDown();
                assertThat(turn.body().string()).contains("tool_result");
            }
            holder.get();
            assertThat(store.ledger().balance(account)).isEqualTo(new Balance(40, 0));
        } finally {
            told.countDown();
            threads.shutdown();
        }
    }

    @Test
    void questionIsAskedFirstAndItsAnswerCompletesTheSentence() {
        assertThat(text("add a title")).contains("?");
        assertThat(versions()).hasSize(1);
        client.say(session, "Weekly update");
        assertThat(client.state(session).at("/state/draft").toString()).contains("Weekly update");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(StudioSettings.Policy policy) throws IOException {
        // However slow the machine is, no turn takes so long that a heartbeat comes between its events.
        open(policy, Duration.ofHours(1));
    }

    private void open(StudioSettings.Policy policy, Duration heartbeat) throws IOException {
        studio = Studio.open(StudioSettings.of(home, StudioMedia.CACHE)
                .withPolicy(policy)
                .withTiming(Clock.systemUTC(), Duration.ofSeconds(20), heartbeat));
        client = new StudioClient(studio).signIn("client " + policy.turnPrice());
        session = client.createSession();
        client.upload(session, StudioMedia.clip());
    }

    private String text(String sentence) {
        return client.say(session, sentence).events().stream()
                .filter(event -> event.path("type").asText().equals("text"))
                .map(event -> event.path("content").asText())
                .reduce("", String::concat);
    }

    private long duration() {
        return client.state(session).at("/state/draft/d").asLong();
    }

    private long available() {
        return client.get("/api/credits/balance/simple")
                .data()
                .path("available")
                .asLong();
    }

    private List<JsonNode> versions() {
        JsonNode versions =
                client.get("/studio/sessions/" + session + "/versions").data().path("versions");
        return StreamSupport.stream(versions.spliterator(), false).toList();
    }
}
