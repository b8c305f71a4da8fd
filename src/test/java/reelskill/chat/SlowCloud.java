package reelskill.chat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import reelskill.nemo.NemoClient;
import reelskill.nemo.NemoSettings;
import reelskill.nemo.PromptSockets;
import reelskill.nemo.Timing;
import reelskill.nemo.TurnLimits;
import reelskill.session.Allowance;
import reelskill.session.Backend;
import reelskill.session.Journal;
import reelskill.session.Narrator;
import reelskill.session.Workplace;
import reelskill.skill.Attribution;
import reelskill.skill.SkillManifest;

/** A service whose turn takes until a test lets it end. */
final class SlowCloud extends Dispatcher implements AutoCloseable {
    private static final String DRAFT = "{'t':[{'tt':0,'sg':[{'id':'1','name':'talk','d':10000}]}]}";

    final AtomicInteger turns = new AtomicInteger();
    private final MockWebServer server = new MockWebServer();
    private final CountDownLatch end = new CountDownLatch(1);
    private Runnable onTurn = () -> {};

    SlowCloud() throws IOException {
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(this);
        server.start();
    }

    /** Does something once the turn has arrived. */
    void whileTurnRuns(Runnable action) {
        onTurn = action;
    }

    void endTurn() {
        end.countDown();
    }

    Workplace place(Path folder) {
        URI url = server.url("/").uri();
        NemoSettings settings = new NemoSettings(
                url,
                url,
                new Attribution("reelskill", "1", "unknown"),
                Optional.empty(),
                Optional.empty(),
                folder.resolve("id"),
                folder.resolve("token"),
                "test",
                Timing.real(TurnLimits.standard()));
        Backend backend = new Backend(
                "local",
                new NemoClient(settings),
                Timing.real(TurnLimits.standard()),
                Backend.Pace.local(),
                Optional.empty());
        return new Workplace(
                backend,
                new Journal(folder.resolve("client")),
                Narrator.SILENT,
                SkillManifest.packed(),
                new Allowance(Optional.empty(), expense -> false));
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        String path = request.getUrl().encodedPath();
        if (path.endsWith("/anonymous-token")) return json("{'code':0,'data':{'token':'t','user_id':'u'}}");
        if (path.contains("/with-session/")) return json("{'code':0,'data':{'task_id':'t1','session_id':'s1'}}");
        if (path.endsWith("/latest"))
            return json("{'code':0,'data':{'session_id':'s1','state':{'draft':" + DRAFT + "}}}");
        if (!path.equals("/run_sse"))
            return new MockResponse.Builder().code(404).build();
        turns.incrementAndGet();
        onTurn.run();
        end.await();
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body("data: {\"type\":\"text\",\"content\":\"Which colour?\"}\n\n")
                .build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body.replace('\'', '"'))
                .build();
    }

    @Override
    public void close() {
        end.countDown();
        server.close();
    }
}
