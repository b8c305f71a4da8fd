package reelskill.nemo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import reelskill.skill.Attribution;

/** A client, a service on a real socket that answers what a test enqueues, and a clock in the test's hand. */
final class NemoRig implements AutoCloseable {
    static final Attribution WHO = new Attribution("video-editing-ai-background", "1.10", "unknown");
    static final String TOKEN = "nmv_usr_secret";

    /** One for all: making another reads the machine's certificates again. */
    static final OkHttpClient SHARED = new OkHttpClient();

    final MockWebServer server = new MockWebServer();
    final FakeTime time = new FakeTime();
    final Path folder;

    NemoRig(Path folder) {
        this.folder = folder;
        try {
            server.setServerSocketFactory(new PromptSockets());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NemoClient client() {
        return new NemoClient(settings(Optional.of(new Token(TOKEN)), Optional.empty()), SHARED);
    }

    NemoClient anonymous() {
        return new NemoClient(settings(Optional.empty(), Optional.empty()), SHARED);
    }

    NemoSettings settings(Optional<Token> token, Optional<String> clientId) {
        return new NemoSettings(
                base(),
                URI.create("https://nemovideo.com"),
                WHO,
                token,
                clientId,
                clientIdFile(),
                folder.resolve("data"),
                "test",
                time.timing());
    }

    URI base() {
        return server.url("/").uri();
    }

    Path clientIdFile() {
        return folder.resolve("config/nemovideo/client_id");
    }

    void json(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    void json(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    void stream(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(body)
                .build());
    }

    /** Returns the next request; every test asks only for those that were made. */
    RecordedRequest taken() {
        try {
            return Objects.requireNonNull(server.takeRequest(20, TimeUnit.SECONDS), "nothing more was asked");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
