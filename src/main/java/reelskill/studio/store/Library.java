package reelskill.studio.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
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
     * A complete file, and what is known of it.
     *
     * @param made whether it was made here and brought by nobody
     */
    public record Described(Arrival arrival, MediaFacts facts, boolean made) {}

    /** Takes one file into the library that was made here, as {@link #addAll} does. */
    public StoredMedia addMade(Session session, Arrival arrival, MediaFacts facts) throws IOException {
        return addAll(session, List.of(new Described(arrival, facts, true)), added -> {})
                .get(0);
    }

    /**
     * Takes files into the library, in order: all of them, or none where one fails. A session that has the same content
     * keeps what it has. The temporary files are gone afterwards, unless it failed.
     *
     * @param then writes to the store what goes with them, in the same transaction: where it throws, no file was taken
     */
    public List<StoredMedia> addAll(Session session, List<Described> arrivals, Consumer<List<StoredMedia>> then)
            throws IOException {
        try {
            // Whoever takes back what it put in place must know that nobody else has begun to rely on it.
            return FileLocks.holding(folder.file("locks/library"), () -> added(session, arrivals, then));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<StoredMedia> added(Session session, List<Described> arrivals, Consumer<List<StoredMedia>> then) {
        List<Path> placed = new ArrayList<>();
        Set<String> known = new HashSet<>();
        list(session).forEach(media -> known.add(media.hash()));
        try {
            for (Described one : arrivals)
                place(one.arrival(), known.add(one.arrival().hash()), placed);
            return insert(session, arrivals, then);
        } catch (IOException e) {
            takeBack(placed);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            takeBack(placed);
            throw e;
        }
    }

    private void place(Arrival arrival, boolean isNew, List<Path> placed) throws IOException {
        Path place = placeOf(arrival);
        if (!isNew || Files.exists(place)) {
            Files.deleteIfExists(arrival.file());
        } else {
            folder.publish(arrival.file(), place);
            placed.add(place);
        }
    }

    private Path placeOf(Arrival arrival) {
        return folder.file("media/" + arrival.hash().substring(0, 2) + "/" + arrival.hash() + arrival.extension());
    }

    private static void takeBack(List<Path> placed) {
        for (Path file : placed) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // No session has it, and the next upload of the same content takes its place.
            }
        }
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

    private List<StoredMedia> insert(Session session, List<Described> arrivals, Consumer<List<StoredMedia>> then) {
        return database.write(handle -> {
            for (Described one : arrivals) insert(handle, session, one);
            List<StoredMedia> added = arrivals.stream()
                    .map(one -> findByHash(session, one.arrival().hash()).orElseThrow())
                    .toList();
            then.accept(added);
            return added;
        });
    }

    private void insert(Handle handle, Session session, Described one) {
        handle.createUpdate("""
                        insert into media values (:id, :session, :name, :hash, :bytes, :file, :facts, :now, :made)
                        on conflict do nothing""")
                .bind("id", ids.number())
                .bind("session", session.id())
                .bind("name", one.arrival().name())
                .bind("hash", one.arrival().hash())
                .bind("bytes", one.arrival().bytes())
                .bind("file", folder.relative(placeOf(one.arrival())))
                .bind("facts", FactsJson.write(one.facts()))
                .bind("now", clock.millis())
                .bind("made", one.made())
                .execute();
    }

    private StoredMedia media(ResultSet row) throws SQLException {
        return new StoredMedia(
                row.getString("id"),
                row.getString("name"),
                row.getString("hash"),
                row.getLong("bytes"),
                folder.file(row.getString("file")),
                FactsJson.read(row.getString("facts")),
                row.getBoolean("made"));
    }
}
