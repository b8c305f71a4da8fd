package reelskill.studio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.nemo.FakeTime;

class LibraryTest {
    @TempDir
    private Path root;

    private Store store;
    private Store other;

    @BeforeEach
    void openTwoOnOneFolder() {
        IdSource ids = new IdSource(new Random(7));
        FakeTime clock = new FakeTime();
        store = Store.open(root.resolve("data"), clock, ids, Duration.ofSeconds(30));
        other = Store.open(root.resolve("data"), clock, ids, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Test
    void sameContentIsOneFileForAllSessions() throws Exception {
        StoredMedia one = store.library().addMade(session("a"), arrival("a.mp4"), facts());
        StoredMedia two = other.library().addMade(session("b"), arrival("b.mp4"), facts());
        assertThat(two.file()).isEqualTo(one.file()).hasContent("film");
        assertThat(two.name()).isEqualTo("b.mp4");
        assertThat(store.folder().file("incoming")).isEmptyDirectory();
    }

    @Test
    void filesOfOneUploadAreTakenAllOrNone() throws Exception {
        Session session = session("a");
        Session neighbour = session("b");
        store.library().addMade(neighbour, arrival("kept.mp4"), facts());
        Library.Arrival lost = arrival("c.mp4", "lost");
        Files.delete(lost.file());
        List<Library.Described> three = Stream.of(arrival("a.mp4"), arrival("b.mp4", "another film"), lost)
                .map(one -> new Library.Described(one, facts(), false))
                .toList();
        assertThatThrownBy(() -> store.library().addAll(session, three, added -> {}))
                .isInstanceOf(IOException.class);
        assertThat(store.library().list(session)).isEmpty();
        assertThat(mediaFiles())
                .containsExactly(store.library().list(neighbour).get(0).file());
    }

    @Test
    void factsComeBackAsTheyWere() throws Exception {
        Session session = session("a");
        store.library().addMade(session, arrival("a.mp4"), facts());
        assertThat(other.library().list(session)).extracting(StoredMedia::facts).containsExactly(facts());
    }

    @Test
    void whatWasMadeHereIsToldByItsNameOnlyInDataOfBefore() throws Exception {
        Session session = session("a");
        store.library().addMade(session, arrival("■ black.png", "card"), facts());
        store.library()
                .addAll(
                        session,
                        List.of(new Library.Described(arrival("♪ own.wav", "own"), facts(), false)),
                        added -> {});
        assertThat(other.library().list(session)).extracting(StoredMedia::made).containsExactly(true, false);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("data/studio.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("alter table media drop column made");
            statement.executeUpdate("delete from flyway_schema_history where version = '3'");
        }
        try (Store upgraded =
                Store.open(root.resolve("data"), new FakeTime(), new IdSource(new Random(8)), Duration.ofSeconds(30))) {
            assertThat(upgraded.library().list(session)).allMatch(StoredMedia::made);
        }
    }

    @Test
    void filesAreTakenOnlyWithWhatFollows() throws Exception {
        Session session = session("a");
        List<Library.Described> one = List.of(new Library.Described(arrival("a.mp4"), facts(), false));
        assertThatThrownBy(() -> store.library().addAll(session, one, added -> {
                    store.versions().append(session, "upload", "{}");
                    throw new IllegalStateException(
                            "no timeline for " + added.get(0).name());
                }))
                .hasMessage("no timeline for a.mp4");
        assertThat(other.library().list(session)).isEmpty();
        assertThat(other.versions().head(session)).isEmpty();
        assertThat(mediaFiles()).isEmpty();
    }

    private Session session(String client) {
        Account account = store.accounts()
                .issueToken(client, Integer.MAX_VALUE, 100)
                .orElseThrow()
                .account();
        return store.sessions().create(account, "project", Language.ENGLISH);
    }

    private List<Path> mediaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(store.folder().file("media"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Library.Arrival arrival(String name) throws IOException {
        return arrival(name, "film");
    }

    private Library.Arrival arrival(String name, String content) throws IOException {
        Path file = store.folder().temporary(".mp4");
        Files.writeString(file, content);
        return new Library.Arrival(file, name, ".mp4", Secrets.hash(content), content.length());
    }

    private static MediaFacts facts() {
        return new MediaFacts(
                MediaFacts.Kind.VIDEO,
                Duration.ofMillis(4004),
                Optional.of(new MediaFacts.Video(
                        "h264", new Resolution(1280, 720), new FrameRate(30000, 1001), true, 90, "yuv420p", false)),
                Optional.of(new MediaFacts.Audio("aac", 48000, 2)));
    }
}
