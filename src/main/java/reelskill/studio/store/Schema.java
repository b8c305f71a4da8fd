package reelskill.studio.store;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** Which schema this program writes, and the way to it. */
final class Schema {
    /** The newest migration in the folder {@code migration}; a test holds the two together. */
    static final int CURRENT = 3;

    private Schema() {}

    /**
     * Runs the migrations that are missing. A current schema is recognized without loading Flyway, which costs more than
     * all the rest of opening.
     *
     * @throws StoreException if a newer program has written the database
     */
    static void upgrade(Database database, String url, Path lockFile) {
        int found = version(database);
        if (found > CURRENT) {
            throw new StoreException("The studio's data was written by a newer version. Install the newest version.");
        }
        if (found == CURRENT) return;
        // Flyway does not lock SQLite: two processes that start together would both create the tables.
        FileLocks.holding(lockFile, () -> Flyway.configure(Schema.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:reelskill/studio/store/migration")
                .load()
                .migrate());
    }

    private static int version(Database database) {
        return database.read(handle -> {
            boolean isNew = handle.createQuery(
                            "select count(*) from sqlite_master where name = 'flyway_schema_history'")
                    .mapTo(int.class)
                    .one()
                    .equals(0);
            if (isNew) return 0;
            Optional<Integer> version = handle.createQuery(
                            "select max(cast(version as integer)) from flyway_schema_history where success = 1")
                    .mapTo(Integer.class)
                    .findOne();
            return version.orElse(0);
        });
    }
}
