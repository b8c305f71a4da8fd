package reelskill.nemo;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.file.PrivateFile;

/**
 * The id of this device: given, else kept in a file, else new and kept there. A fresh one on each run would hit the
 * service's cap (protocol.md, Hosts, environment, files). Safe for use by many threads.
 */
final class ClientId {
    private static final Logger LOG = LoggerFactory.getLogger(ClientId.class);
    private static final String SAFE = "[!-~]{1,64}";

    private final Optional<String> given;
    private final PrivateFile file;
    private @Nullable String unkept;

    ClientId(Optional<String> given, PrivateFile file) {
        this.given = given;
        this.file = file;
    }

    static void requireSafe(String id) {
        if (!id.matches(SAFE)) {
            throw new IllegalArgumentException("a client id has 1 to 64 printable ASCII characters and no space");
        }
    }

    synchronized String value() {
        if (given.isPresent()) return given.get();
        if (unkept != null) return unkept;
        try {
            Optional<String> known = kept();
            return known.isPresent() ? known.get() : file.exclusively(() -> kept().orElseGet(this::create));
        } catch (UncheckedIOException e) {
            LOG.warn("The client id cannot be kept, so it is used for this run only");
            LOG.debug("Why", e);
            unkept = UUID.randomUUID().toString();
            return unkept;
        }
    }

    /** Replaces an id that the service refused; returns false for one that the user gave, which is theirs to change. */
    synchronized boolean replace(String refused) {
        if (given.isPresent()) return false;
        if (value().equals(refused)) file.exclusively(this::create);
        return true;
    }

    private Optional<String> kept() {
        return file.read().map(String::strip).filter(id -> id.matches(SAFE));
    }

    private String create() {
        String id = UUID.randomUUID().toString();
        file.write(id + "\n");
        return id;
    }
}
