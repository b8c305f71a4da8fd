package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.studio.check.Checked;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.store.IdSource;
import reelskill.studio.store.IssuedToken;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;

/** A look over a finished file, on a real socket; how long the look takes is the test's to say. */
@Timeout(60)
class CheckEndpointTest {
    private static final Checked NOTHING_FOUND = new Checked(
            List.of(),
            OptionalDouble.empty(),
            OptionalDouble.of(-14),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            Duration.ZERO);

    @TempDir
    private Path root;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private Store store;
    private String token;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(root, Clock.systemUTC(), new IdSource(new Random(7)), Duration.ofMinutes(1));
        IssuedToken issued =
                store.accounts().issueToken("client", Integer.MAX_VALUE, 100).orElseThrow();
        token = issued.token();
        finishedRender(store.sessions().create(issued.account(), "project", Language.ENGLISH));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        CheckEndpoint endpoint = new CheckEndpoint(store, this::look, timer, Duration.ofMillis(50));
        server.setHandler(new FrontDoor(endpoint.addTo(new Routes()), store));
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        mayEnd.countDown();
        server.stop();
        timer.shutdownNow();
        store.close();
    }

    @Test
    void checkEndsWhenItsClientGoesAway() throws Exception {
        Socket client = asking();
        begun.await();
        client.close();
        assertThat(cancelled.await(40, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void clientThatWaitsGetsItsAnswerAfterBlanks() throws Exception {
        try (Socket client = asking()) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n ")) {
                int next = client.getInputStream().read();
                assertThat(next).as("what follows %s", head).isNotNegative();
                head.append((char) next);
            }
            assertThat(head).startsWith("HTTP/1.1 200").contains("Content-Type: application/json");
            mayEnd.countDown();
            String rest = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode answer = new ObjectMapper().readTree(rest.substring(rest.indexOf('{')));
            assertThat(answer.at("/data/loudness_lufs").asDouble()).isEqualTo(-14);
        }
    }

    private Checked look(RenderJob job, Cancellation cancellation) {
        cancellation.onCancel(() -> {
            cancelled.countDown();
            mayEnd.countDown();
        });
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
        cancellation.throwIfCancelled();
        return NOTHING_FOUND;
    }

    private Socket asking() throws IOException {
        Socket client = new Socket("127.0.0.1", connector.getLocalPort());
        client.setSoTimeout(20_000);
        client.getOutputStream()
                .write(("GET /studio/renders/render_1/check HTTP/1.1\r\nHost: 127.0.0.1:" + connector.getLocalPort()
                                + "\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private void finishedRender(Session session) throws IOException {
        store.renderJobs().submit("render_1", session, "{}", "mp4", "high");
        RenderJob job = store.renderJobs().claim("here").orElseThrow();
        Files.writeString(store.folder().file("renders/1.mp4"), "film");
        store.renderJobs().complete(job, "here", "renders/1.mp4", "");
    }
}
