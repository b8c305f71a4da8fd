package reelskill.studio.store;

import java.nio.file.Path;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The studio's SQLite file. Safe for use by many threads and, together with others on the same file, many processes. */
final class Database implements AutoCloseable {
    /** How long a write waits for the other process's: far above any transaction here, far below a person's patience. */
    private static final int BUSY_MILLIS = 15_000;

    private final Jdbi jdbi;

    /** Keeps one connection open, else each call would be the last one and fold the write-ahead log in. */
    private final Handle keeper;

    private Database(Jdbi jdbi) {
        // Statements are no templates: to look for attributes in each is a second reading.
        this.jdbi = jdbi.setTemplateEngine(TemplateEngine.NOP);
        this.keeper = jdbi.open();
    }

    /** Opens the file, which must exist (it may be empty), and brings its schema up to date. */
    static Database open(Path file) {
        String url = "jdbc:sqlite:" + file.toAbsolutePath();
        Database database = new Database(Jdbi.create(url, pragmas()));
        try {
            Schema.upgrade(database, url, file.resolveSibling("schema.lock"));
            return database;
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** Runs {@code work} on its own connection, outside any transaction: each statement sees the newest commit. */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        return jdbi.withHandle(work);
    }

    /** Runs {@code work} in one transaction that nobody else writes during: it holds the write lock from its start. */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        return jdbi.inTransaction(work);
    }

    @Override
    public void close() {
        keeper.close();
    }

    private static Properties pragmas() {
        Properties pragmas = new Properties();
        pragmas.setProperty("busy_timeout", Integer.toString(BUSY_MILLIS));
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("foreign_keys", "true");
        // A deferred transaction that reads and then writes fails at once when another process wrote in between.
        pragmas.setProperty("transaction_mode", "IMMEDIATE");
        return pragmas;
    }
}
