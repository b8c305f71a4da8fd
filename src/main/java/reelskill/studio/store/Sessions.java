package reelskill.studio.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import reelskill.language.Language;

/** The sessions. Safe for use by many threads and processes. */
public final class Sessions {
    private final Database database;
    private final DataFolder folder;
    private final Clock clock;
    private final IdSource ids;

    Sessions(Database database, DataFolder folder, Clock clock, IdSource ids) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.ids = ids;
    }

    public Session create(Account owner, String name, Language language) {
        Session session = new Session(ids.number(), ids.number(), owner.id(), name, language);
        database.write(handle -> handle.createUpdate(
                        "insert into session values (:id, :task, :account, :name, :language, :now, null, null)")
                .bind("id", session.id())
                .bind("task", session.taskId())
                .bind("account", session.accountId())
                .bind("name", session.name())
                .bind("language", language.tag())
                .bind("now", clock.millis())
                .execute());
        return session;
    }

    /** Returns the session as of whoever speaks {@code language} from now on, and keeps that. */
    public Session spoken(Session session, Language language) {
        if (language == session.language()) return session;
        database.write(handle -> handle.createUpdate("update session set language = :language where id = :id")
                .bind("language", language.tag())
                .bind("id", session.id())
                .execute());
        return new Session(session.id(), session.taskId(), session.accountId(), session.name(), language);
    }

    /** Returns the session, or empty if there is none or it is somebody else's. */
    public Optional<Session> find(Account owner, String id) {
        return database.read(
                handle -> handle.createQuery("select * from session where id = :id and account_id = :account")
                        .bind("id", id)
                        .bind("account", owner.id())
                        .map((row, context) -> session(row))
                        .findOne());
    }

    /** Runs {@code work} while no other thread and no other process runs some for the same session. */
    public <T> T exclusively(Session session, Supplier<T> work) {
        return FileLocks.holding(folder.file("locks/" + session.id()), work);
    }

    /** Returns the sentence that an answer to the last question completes; empty when nothing was asked. */
    public Optional<String> question(Session session) {
        return database.read(handle -> handle.createQuery("select question from session where id = :id")
                .bind("id", session.id())
                .mapTo(String.class)
                .findOne());
    }

    /** Keeps what was asked until the next turn; empty for nothing. */
    public void ask(Session session, Optional<String> question) {
        database.write(handle -> handle.createUpdate("update session set question = :question where id = :id")
                .bind("question", question.orElse(null))
                .bind("id", session.id())
                .execute());
    }

    static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("task_id"),
                row.getString("account_id"),
                row.getString("name"),
                Language.ofTag(row.getString("language")));
    }
}
