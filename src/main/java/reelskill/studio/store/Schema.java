package reelskill.studio.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Which schema this program writes, and the way to it: scripts in their order, of which SQLite's {@code user_version} says
 * how many a database has seen. Until it did, Flyway kept count, in a table of its own.
 */
final class Schema {
    private static final List<String> MIGRATIONS = List.of("V1__studio.sql", "V2__version_name.sql");

    private static final String OWN_COUNT = "pragma user_version";
    private static final String IS_FLYWAYS = "select count(*) from sqlite_master where name = 'flyway_schema_history'";
    private static final String FLYWAYS_COUNT = "select max(cast(version as integer)) from flyway_schema_history";

    private Schema() {}

    /**
     * Runs the migrations that are missing, all or none of them, however many processes try to.
     *
     * @throws StoreException if a newer program has written the database
     */
    static void upgrade(Database database) {
        if (database.read(Schema::version) != MIGRATIONS.size()) database.write(Schema::migrate);
    }

    private static int migrate(Handle handle) {
        int found = version(handle);
        if (found > MIGRATIONS.size()) {
            throw new StoreException("The studio's data was written by a newer version. Install the newest version.");
        }
        for (String name : MIGRATIONS.subList(found, MIGRATIONS.size())) run(handle, script(name));
        run(handle, OWN_COUNT + " = " + MIGRATIONS.size());
        return found;
    }

    private static int version(Handle handle) {
        int own = number(handle, OWN_COUNT);
        return own == 0 && number(handle, IS_FLYWAYS) > 0 ? number(handle, FLYWAYS_COUNT) : own;
    }

    private static int number(Handle handle, String sql) {
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw new StoreException("The studio's data cannot be read.", e);
        }
    }

    private static void run(Handle handle, String script) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw new StoreException("The studio's data cannot be brought up to date.", e);
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("migration/" + name)) {
            if (in == null) throw new IllegalStateException("the program lacks " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
