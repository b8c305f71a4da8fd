package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;

/** The bearer goes to the API host in its header, and nowhere else: everything that can be reached is searched for it. */
@Timeout(120)
class RedactionTest {
    /** As the service answers, with the bearer of the call in it where a backend echoes requests. */
    private static final List<String> ANSWERS = List.of(
            "%d {\"code\":1001,\"message\":\"bad token nmv_usr_secret\"}",
            "%d {\"detail\":{\"headers\":\"Authorization: Bearer nmv_usr_secret\"}}",
            "%d <html>Bearer nmv_usr_secret</html>",
            "%d {\"code\":0,\"data\":{}}",
            "%d {\"success\":false,\"error\":\"nmv_usr_secret\"}",
            "%d {\"status\":\"failed\",\"error\":\"Bearer nmv_usr_secret is bad\"}",
            "%d ");

    @TempDir
    Path folder;

    private NemoRig rig;
    private final StringBuilder said = new StringBuilder();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream realErr = System.err;
    private final PrintStream realOut = System.out;
    private final Logger root = Logger.getLogger("");
    private final Level realLevel = root.getLevel();
    private final Handler everything = new Listener();

    @BeforeEach
    void start() {
        rig = new NemoRig(folder);
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        root.addHandler(everything);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        root.setLevel(realLevel);
        root.removeHandler(everything);
        System.setErr(realErr);
        System.setOut(realOut);
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 307, 400, 401, 402, 404, 500})
    void bearerIsNowhereButInItsHeader(int status) {
        for (String answer : ANSWERS) {
            answerWith(status, answer.formatted(status).substring(4));
            for (Runnable call : calls(rig.client())) note(call);
        }
        assertNothingLeaked();
    }

    @Test
    void bearerOfABrokenConnectionIsNowhereEither() {
        NemoClient client = rig.client();
        rig.close();
        for (Runnable call : calls(client)) note(call);
        assertNothingLeaked();
    }

    @Test
    void settingsAndTokensPrintAsStars() {
        note(rig.settings(Optional.of(new Token(NemoRig.TOKEN)), Optional.empty())
                .toString());
        note(new Token(NemoRig.TOKEN).toString());
        Credential credential = Credential.parse("{\"token\":\"nmv_usr_secret\"}", rig.time.instant())
                .orElseThrow();
        note(credential.toString());
        assertNothingLeaked();
        assertThat(said.toString()).contains("***");
    }

    @Test
    void tokenIsInOneFileOnly() throws Exception {
        rig.json("{\"code\":0,\"data\":{\"token\":\"nmv_usr_secret\",\"user_id\":\"u\"}}");
        rig.json("{\"code\":0,\"data\":{\"available\":1}}");
        rig.anonymous().credits();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> holders = files.filter(Files::isRegularFile)
                    .filter(RedactionTest::holdsSecret)
                    .toList();
            assertThat(holders).singleElement().asString().contains("/data/tokens/");
        }
    }

    private void answerWith(int status, String body) {
        rig.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                note(request.getTarget());
                return new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", "/other")
                        .body(body)
                        .build();
            }
        });
    }

    /** Every call of the client, with all that it returns noted. */
    private List<Runnable> calls(NemoClient client) {
        CancelSignal none = new CancelSignal();
        String url = rig.base().resolve("/f").toString();
        RenderJob job =
                new RenderJob("r", RenderStatus.COMPLETED, OptionalDouble.empty(), Optional.of(url), Optional.empty());
        var object = JsonNodeFactory.instance.objectNode();
        List<Runnable> calls = new ArrayList<>();
        calls.add(() -> note(client.newSession("en")));
        calls.add(() -> note(client.state("s")));
        calls.add(() -> note(client.credits()));
        calls.add(() -> note(client.turn("s", "hi").run(new TurnListener() {})));
        calls.add(() -> note(client.submitRender(new RenderRequest("s", object, object), this::note)));
        calls.add(() -> note(client.awaitRender(job, RenderTest.CLOUD, this::note, none)));
        calls.add(() -> client.cancelRender("r"));
        calls.add(() -> note(client.claimLink("t", "s")));
        calls.add(() -> client.download(job, folder.resolve("film"), Progress.none(), none));
        calls.add(() -> note(client.account().registration()));
        return calls;
    }

    private void note(Runnable call) {
        try {
            call.run();
        } catch (NemoException e) {
            note(e.sentence(Language.ENGLISH) + e.sentence(Language.CHINESE));
            if (e instanceof ServiceException refused) note(refused.said());
            note(e);
        }
    }

    private void note(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        note(trace.toString());
    }

    private void note(Object value) {
        if (value instanceof TurnResult result) result.cause().ifPresent(this::note);
        synchronized (said) {
            said.append(value).append('\n');
        }
    }

    private void assertNothingLeaked() {
        assertThat(said.toString()).isNotEmpty().doesNotContain("secret");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    private static boolean holdsSecret(Path file) {
        try {
            return Files.readString(file).contains("nmv_usr_secret");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Hears what okhttp and its friends log, down to the last detail. */
    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord log) {
            note(log.getLoggerName() + " " + log.getMessage());
            if (log.getThrown() != null) note(log.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
