package reelskill.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;

/** Everything that a conversation writes, says, returns or throws is searched for the bearer. */
@Timeout(60)
class SecretsTest {
    private static final String SECRET = FakeNemo.TOKEN;
    private static final String FAILED = "{'status':'failed','error':'" + SECRET + "'}";

    @TempDir
    Path folder;

    private final StringBuilder seen = new StringBuilder();

    @Test
    void bearerThatTheServiceEchoesIsNowhere() throws Exception {
        try (SessionRig rig = new SessionRig(folder)) {
            rig.nemo.answer("", FakeNemo.text("Your key is " + SECRET + ", sent as Bearer " + SECRET));
            Conversation conversation = rig.begin();
            note(() -> seen.append(conversation.say("my key is " + SECRET)));
            note(() -> seen.append(conversation.export(folder.resolve("out.mp4"))));
            rig.nemo.polls.clear();
            rig.nemo.polls.add(FAILED);
            note(() -> seen.append(conversation.export(folder.resolve("two.mp4"))));
            rig.nemo.answer("", "{'error':'" + SECRET + "'}");
            note(() -> seen.append(conversation.say("again")));
            rig.nemo.gone = true;
            note(() -> seen.append(conversation.say("again")));
            seen.append(rig.heard);
        }
        assertThat(seen).contains("***").doesNotContain(SECRET);
        assertThat(holders(folder.resolve("client"))).isEmpty();
    }

    private void note(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            seen.append(trace);
            if (e instanceof SessionException stop) {
                seen.append(stop.sentence(Language.ENGLISH)).append(stop.sentence(Language.CHINESE));
            }
        }
    }

    private static List<Path> holders(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(SecretsTest::holdsSecret)
                    .toList();
        }
    }

    private static boolean holdsSecret(Path file) {
        try {
            return Files.readString(file).contains(SECRET);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
