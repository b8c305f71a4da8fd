package reelskill.studio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reelskill.media.MediaFacts;

/** The media of the sessions; the same content is kept once. Safe for use by many threads and processes. */
public final class Library {
    private final Database database;
    private final DataFolder folder;
    private final Clock clock;
    private final IdSource ids;

    Library(Database database, DataFolder folder, Clock clock, IdSource ids) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.ids = ids;
    }

    /** A complete file in the data folder's temporary part, and what was found out while it came in. */
    public record Arrival(Path file, String name, String extension, String hash, long bytes) {}

    /**
     * Takes {@code arrival} into the library. A session that has the same content keeps what it has; the temporary file is
     * gone afterwards in any case.
     */
    public StoredMedia add(Session session, Arrival arrival, MediaFacts facts) throws IOException {
        Optional<StoredMedia> known = findByHash(session, arrival.hash());
        if (known.isPresent()) {
            Files.deleteIfExists(arrival.file());
            return known.get();
        }
        Path place =
                folder.file("media/" + arrival.hash().substring(0, 2) + "/" + arrival.hash() + arrival.extension());
        if (Files.exists(place)) {
            Files.deleteIfExists(arrival.file());
        } else {
            folder.publish(arrival.file(), place);
        }
        insert(session, arrival, facts, folder.relative(place));
        return findByHash(session, arrival.hash()).orElseThrow();
    }

    /** Returns the session's files in the order in which they came. */
    public List<StoredMedia> list(Session session) {
        return database.read(handle -> handle.createQuery(
                        "select * from media where session_id = :session order by created_at, rowid")
                .bind("session", session.id())
                .map((row, context) -> media(row))
                .list());
    }

    /** Returns the file whoever asks: for addresses that prove by themselves that they may be used. */
    public Optional<StoredMedia> find(String id) {
        return database.read(handle -> handle.createQuery("select * from media where id = :id")
                .bind("id", id)
                .map((row, context) -> media(row))
                .findOne());
    }

    private Optional<StoredMedia> findByHash(Session session, String hash) {
        return database.read(
                handle -> handle.createQuery("select * from media where session_id = :session and hash = :hash")
                        .bind("session", session.id())
                        .bind("hash", hash)
                        .map((row, context) -> media(row))
                        .findOne());
    }

    private void insert(Session session, Arrival arrival, MediaFacts facts, String file) {
        database.write(handle -> handle.createUpdate("""
                        insert into media values (:id, :session, :name, :hash, :bytes, :file, :facts, :now)
                        on conflict do nothing""")
                .bind("id", ids.number())
                .bind("session", session.id())
                .bind("name", arrival.name())
                .bind("hash", arrival.hash())
                .bind("bytes", arrival.bytes())
                .bind("file", file)
                .bind("facts", FactsJson.write(facts))
                .bind("now", clock.millis())
                .execute());
    }

    private StoredMedia media(ResultSet row) throws SQLException {
        return new StoredMedia(
                row.getString("id"),
                row.getString("name"),
                row.getString("hash"),
                row.getLong("bytes"),
                folder.file(row.getString("file")),
                FactsJson.read(row.getString("facts")));
    }
}
