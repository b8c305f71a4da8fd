package reelskill.studio.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The drafts of the sessions, each version kept for good. Undo and redo only move the session's head; a new edit after an
 * undo begins a branch. Safe for use by many threads and processes; who reads a head and appends to it holds
 * {@link Sessions#exclusively}.
 */
public final class Versions {
    private static final String VERSION = """
            select v.*, v.id = s.head as is_current,
                   (select group_concat(name, char(10)) from (select name from version_name
                     where version_id = v.id order by name)) as names
              from draft_version v join session s on s.id = v.session_id
            """;

    private final Database database;
    private final Clock clock;

    Versions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns what the session shows; empty before the first version. */
    public Optional<DraftVersion> head(Session session) {
        return database.read(handle -> head(handle, session.id()));
    }

    /** Returns every version, the oldest first. */
    public List<DraftVersion> list(Session session) {
        return database.read(handle -> handle.createQuery(VERSION + "where v.session_id = :session order by v.number")
                .bind("session", session.id())
                .map((row, context) -> version(row))
                .list());
    }

    /** Calls a version so; if another one of the session was called so, it no longer is. Letters of both cases are the same. */
    public void name(DraftVersion version, String name) {
        if (name.isBlank() || name.contains("\n")) throw new IllegalArgumentException("a name is one line");
        database.write(handle -> handle.createUpdate("""
                        insert into version_name values (:session, :name, :version)
                            on conflict (session_id, name) do update set version_id = :version, name = :name""")
                .bind("session", version.sessionId())
                .bind("name", name)
                .bind("version", version.id())
                .execute());
    }

    /** Makes {@code draft} a new version after the head and shows it. */
    public DraftVersion append(Session session, String sentence, String draft) {
        return database.write(handle -> append(handle, session.id(), sentence, draft, clock.instant()));
    }

    /** As {@link #append}, and charges what was held for the work: both happen or neither. */
    public DraftVersion append(Session session, String sentence, String draft, Hold hold) {
        Instant now = clock.instant();
        return database.write(handle -> {
            Ledger.charge(handle, hold, session.id(), now);
            return append(handle, session.id(), sentence, draft, now);
        });
    }

    /** Goes back to the version from which the head was made; empty, and nothing changed, at the first one. */
    public Optional<DraftVersion> undo(Session session) {
        return move(session, "where v.id = (select parent from draft_version where id = s.head) and s.id = :session");
    }

    /** Goes on to the newest version made from the head; empty, and nothing changed, if there is none. */
    public Optional<DraftVersion> redo(Session session) {
        return move(session, "where v.parent = s.head and s.id = :session order by v.id desc limit 1");
    }

    /** Makes a new version with the draft of an earlier one, so that undo leads back; empty if the id is unknown. */
    public Optional<DraftVersion> restore(Session session, long id, String sentence) {
        Instant now = clock.instant();
        return database.write(handle -> handle.createQuery(VERSION + "where v.id = :id and s.id = :session")
                .bind("id", id)
                .bind("session", session.id())
                .map((row, context) -> version(row))
                .findOne()
                .map(earlier -> append(handle, session.id(), sentence, earlier.draft(), now)));
    }

    private Optional<DraftVersion> move(Session session, String target) {
        return database.write(handle -> handle.createQuery(VERSION + target)
                .bind("session", session.id())
                .map((row, context) -> version(row))
                .findOne()
                .flatMap(found -> {
                    setHead(handle, session.id(), found.id());
                    return head(handle, session.id());
                }));
    }

    private static Optional<DraftVersion> head(Handle handle, String sessionId) {
        return handle.createQuery(VERSION + "where v.id = s.head and s.id = :session")
                .bind("session", sessionId)
                .map((row, context) -> version(row))
                .findOne();
    }

    private static DraftVersion append(Handle handle, String sessionId, String sentence, String draft, Instant now) {
        long id = handle.createUpdate("""
                        insert into draft_version (session_id, number, parent, sentence, draft, created_at)
                        select id, (select count(*) + 1 from draft_version where session_id = :session), head,
                               :sentence, :draft, :now
                          from session where id = :session""")
                .bind("session", sessionId)
                .bind("sentence", sentence)
                .bind("draft", draft)
                .bind("now", now.toEpochMilli())
                .executeAndReturnGeneratedKeys()
                .mapTo(long.class)
                .one();
        setHead(handle, sessionId, id);
        return head(handle, sessionId).orElseThrow();
    }

    private static void setHead(Handle handle, String sessionId, long id) {
        handle.createUpdate("update session set head = :head where id = :session")
                .bind("head", id)
                .bind("session", sessionId)
                .execute();
    }

    private static DraftVersion version(ResultSet row) throws SQLException {
        @Nullable Object parent = row.getObject("parent");
        return new DraftVersion(
                row.getLong("id"),
                row.getString("session_id"),
                row.getInt("number"),
                parent == null ? OptionalLong.empty() : OptionalLong.of(row.getLong("parent")),
                row.getString("sentence"),
                Optional.ofNullable(row.getString("names"))
                        .map(names -> List.of(names.split("\n")))
                        .orElse(List.of()),
                row.getString("draft"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getBoolean("is_current"));
    }
}
