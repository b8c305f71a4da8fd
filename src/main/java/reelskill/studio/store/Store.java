package reelskill.studio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The studio's memory: one SQLite file and one folder of media. Several processes may have it open at once. */
public final class Store implements AutoCloseable {
    private final DataFolder folder;
    private final Database database;
    private final IdSource ids;
    private final Clock clock;
    private final Duration lease;

    private Store(DataFolder folder, Database database, Clock clock, IdSource ids, Duration lease) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.lease = lease;
    }

    /**
     * Opens the store in {@code root}, which is created where it is missing and belongs to its owner alone.
     *
     * @param lease how long a render stays with a process that gives no sign of life
     * @throws StoreException if the folder cannot be used
     */
    public static Store open(Path root, Clock clock, IdSource ids, Duration lease) {
        DataFolder folder = new DataFolder(root);
        return new Store(folder, Database.open(folder.created("studio.db")), clock, ids, lease);
    }

    public Accounts accounts() {
        return new Accounts(database, clock, ids);
    }

    public Ledger ledger() {
        return new Ledger(database, clock, ids);
    }

    public Sessions sessions() {
        return new Sessions(database, folder, clock, ids);
    }

    public Library library() {
        return new Library(database, folder, clock, ids);
    }

    public Versions versions() {
        return new Versions(database, clock);
    }

    public RenderJobs renderJobs() {
        return new RenderJobs(database, clock, lease);
    }

    /** Returns what only this folder's owner can know: the key of proofs and of addresses that nobody can guess. */
    public String secret() {
        return folder.secret(ids);
    }

    /**
     * Returns {@link #secret} without opening the database.
     *
     * @throws StoreException if no store was ever opened in {@code root}
     */
    public static String secret(Path root) {
        try {
            return Files.readString(root.resolve("secret"));
        } catch (IOException e) {
            throw new StoreException("There is no studio in this folder yet.", e);
        }
    }

    public DataFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        database.close();
    }
}
