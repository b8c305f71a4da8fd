package reelskill.studio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.nemo.FakeTime;

class StoreTest {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    @TempDir
    private Path root;

    private final FakeTime clock = new FakeTime();
    private final IdSource ids = new IdSource(new Random(7));
    private Store store;
    private Store other;

    @BeforeEach
    void openTwoOnOneFolder() {
        store = Store.open(root.resolve("data"), clock, ids, LEASE);
        other = Store.open(root.resolve("data"), clock, ids, LEASE);
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Test
    void folderAndFilesBelongToTheirOwnerAlone() throws Exception {
        try (Stream<Path> all = Files.walk(root.resolve("data"))) {
            for (Path path : all.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                boolean isPrivate = Files.isDirectory(path) || path.toString().contains("studio.db");
                if (isPrivate) assertThat(mode).as(path.toString()).endsWith("------");
            }
        }
    }

    @Test
    void openingRemovesOldRestsOfKilledUploadsOnly() throws Exception {
        Path old = store.folder().temporary(".upload");
        Path fresh = store.folder().temporary(".upload");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Store.open(root.resolve("data"), clock, ids, LEASE).close();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void newestMigrationIsTheCurrentSchema() throws Exception {
        URL folder = Objects.requireNonNull(Schema.class.getResource("migration"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("V")))
                    .anyMatch(name -> name.startsWith("V" + Schema.CURRENT + "__"))
                    .noneMatch(name -> name.startsWith("V" + (Schema.CURRENT + 1) + "__"));
        }
    }

    @Test
    void dataOfANewerVersionIsRefused() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("data/studio.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("update flyway_schema_history set version = '999'");
        }
        assertThatThrownBy(() -> Store.open(root.resolve("data"), clock, ids, LEASE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void tokenIsKnownToEveryProcessUntilItExpires() {
        String token =
                store.accounts().issueToken("client", 1, 100).orElseThrow().token();
        assertThat(other.accounts().findByToken(token)).isPresent();
        clock.pass(Accounts.LIFETIME);
        assertThat(other.accounts().findByToken(token)).isEmpty();
    }

    @Test
    void tokenIsNowhereInTheData() throws Exception {
        String token =
                store.accounts().issueToken("client", 1, 100).orElseThrow().token();
        try (Stream<Path> all = Files.walk(root.resolve("data"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(token);
            }
        }
    }

    @Test
    void clientGetsNoMoreTokensThanTheLimitInSevenDays() {
        assertThat(store.accounts().issueToken("client", 1, 100)).isPresent();
        assertThat(other.accounts().issueToken("client", 1, 100)).isEmpty();
        clock.pass(Accounts.LIFETIME);
        assertThat(other.accounts().issueToken("client", 1, 100)).isPresent();
    }

    @Test
    void welcomeCreditsComeOnce() {
        Account account = account("client");
        assertThat(account("client")).isEqualTo(account);
        assertThat(store.ledger().balance(account)).isEqualTo(new Balance(100, 0));
    }

    @Test
    void heldCreditsAreFrozenAndCannotBeSpentTwice() {
        Account account = account("client");
        assertThat(store.ledger().hold(account, 60)).isPresent();
        assertThat(other.ledger().hold(account, 60)).isEmpty();
        assertThat(other.ledger().balance(account)).isEqualTo(new Balance(40, 60));
    }

    @Test
    void holdOfADeadProcessEndsByItself() {
        Account account = account("client");
        store.ledger().hold(account, 60);
        clock.pass(Duration.ofHours(1));
        assertThat(store.ledger().balance(account)).isEqualTo(new Balance(100, 0));
    }

    @Test
    void versionAndItsChargeAreKeptTogether() {
        Account account = account("client");
        Session session = session(account);
        Hold hold = store.ledger().hold(account, 60).orElseThrow();
        store.versions().append(session, "cut", "{}", hold);
        assertThat(store.ledger().balance(account)).isEqualTo(new Balance(40, 0));
    }

    @Test
    void undoAndRedoMoveTheHeadAndKeepEveryVersion() {
        Session session = session(account("client"));
        store.versions().append(session, "one", "1");
        store.versions().append(session, "two", "2");
        assertThat(other.versions().undo(session).orElseThrow().draft()).isEqualTo("1");
        assertThat(other.versions().undo(session)).isEmpty();
        assertThat(store.versions().redo(session).orElseThrow().draft()).isEqualTo("2");
        assertThat(store.versions().redo(session)).isEmpty();
        assertThat(store.versions().list(session))
                .extracting(DraftVersion::sentence)
                .containsExactly("one", "two");
    }

    @Test
    void editAfterAnUndoIsABranchFromWhatWasShown() {
        Session session = session(account("client"));
        DraftVersion first = store.versions().append(session, "one", "1");
        store.versions().append(session, "two", "2");
        store.versions().undo(session);
        DraftVersion branch = store.versions().append(session, "three", "3");
        assertThat(branch.parent()).hasValue(first.id());
        assertThat(store.versions().redo(session)).isEmpty();
    }

    @Test
    void restoredVersionCanBeUndone() {
        Session session = session(account("client"));
        DraftVersion first = store.versions().append(session, "one", "1");
        store.versions().append(session, "two", "2");
        assertThat(store.versions()
                        .restore(session, first.id(), "back")
                        .orElseThrow()
                        .draft())
                .isEqualTo("1");
        assertThat(store.versions().undo(session).orElseThrow().draft()).isEqualTo("2");
    }

    @Test
    void sessionOfSomebodyElseIsNotFound() {
        Session session = session(account("client"));
        assertThat(other.sessions().find(account("client"), session.id())).contains(session);
        assertThat(other.sessions().find(account("stranger"), session.id())).isEmpty();
    }

    @Test
    void jobIdIsTakenOnce() {
        Session session = session(account("a"));
        assertThat(submit("render_1", session)).isTrue();
        assertThat(submit("render_1", session)).isFalse();
    }

    @Test
    void jobIsWorkedOnByOneProcessAtATime() {
        submit("render_1", session(account("a")));
        assertThat(store.renderJobs().claim("here")).isPresent();
        assertThat(other.renderJobs().claim("there")).isEmpty();
    }

    @Test
    void jobOfADeadProcessIsTakenWhenItsLeaseEnds() {
        submit("render_1", session(account("a")));
        RenderJob job = store.renderJobs().claim("here").orElseThrow();
        clock.pass(LEASE.plusMillis(1));
        assertThat(other.renderJobs().claim("there")).isPresent();
        assertThat(store.renderJobs().renew(job, "here", 0.5)).isFalse();
        assertThat(store.renderJobs().complete(job, "here", "renders/a.mp4", ""))
                .isFalse();
    }

    @Test
    void renewedLeaseKeepsTheJob() {
        submit("render_1", session(account("a")));
        RenderJob job = store.renderJobs().claim("here").orElseThrow();
        clock.pass(LEASE);
        assertThat(store.renderJobs().renew(job, "here", 0.5)).isTrue();
        clock.pass(LEASE);
        assertThat(other.renderJobs().claim("there")).isEmpty();
    }

    @Test
    void jobThatEndsEveryProcessIsGivenUp() {
        Account account = account("a");
        submit("render_1", session(account));
        for (int i = 0; i < 3; i++) {
            assertThat(store.renderJobs().claim("process " + i)).isPresent();
            clock.pass(LEASE.plusMillis(1));
        }
        assertThat(store.renderJobs().claim("one more")).isEmpty();
        assertThat(store.renderJobs().find(account, "render_1").orElseThrow().status())
                .isEqualTo(RenderJob.Status.FAILED);
    }

    @Test
    void cancelledJobIsNoLongerItsProcess() {
        submit("render_1", session(account("a")));
        RenderJob job = store.renderJobs().claim("here").orElseThrow();
        other.renderJobs().cancel(job, "cancelled");
        assertThat(store.renderJobs().renew(job, "here", 0.5)).isFalse();
    }

    @Test
    void twoProcessesWriteAtTheSameTimeWithoutLoss() throws Exception {
        Session session = session(account("a"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Store> stores = List.of(store, other, store, other);
        List<Future<?>> done = stores.stream()
                .<Future<?>>map(one -> threads.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        one.sessions().exclusively(session, () -> one.versions().append(session, "edit", "{}"));
                    }
                }))
                .toList();
        for (Future<?> one : done) one.get();
        threads.shutdown();
        assertThat(store.versions().list(session))
                .extracting(DraftVersion::number)
                .doesNotHaveDuplicates()
                .hasSize(100);
    }

    private Account account(String client) {
        return store.accounts().issueToken(client, NO_LIMIT, 100).orElseThrow().account();
    }

    private Session session(Account account) {
        return store.sessions().create(account, "project", Language.ENGLISH);
    }

    private boolean submit(String id, Session session) {
        return store.renderJobs().submit(id, session, "{}", "mp4", "high");
    }
}
