package reelskill.studio.server;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A studio with one client whose session has one clip. */
abstract class OneSession {
    StudioClient client;
    String session;

    @TempDir
    private Path home;

    private Studio studio;

    @BeforeEach
    void upload() throws IOException {
        studio = Studio.open(StudioSettings.of(home, StudioMedia.CACHE));
        client = new StudioClient(studio).signIn("client");
        session = client.createSession();
        client.upload(session, clip());
    }

    @AfterEach
    void close() {
        studio.close();
    }

    abstract Path clip();

    /** Returns all that is said to a sentence. */
    String text(String sentence) {
        return client.say(session, sentence).events().stream()
                .filter(event -> event.path("type").asText().equals("text"))
                .map(event -> event.path("content").asText())
                .reduce("", String::concat);
    }
}
