package reelskill.nemo;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.file.PrivateFile;

/**
 * The token of every call: the user's own, else an anonymous one, kept in memory and in a file so that a new process
 * asks for no other (one a client and 7 days). Safe for use by many threads.
 */
final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final NemoSettings settings;
    private final ClientId clientId;
    private final TokenRequest request;
    private final Clock clock;
    private @Nullable Credential current;
    private @Nullable String toldUserId;

    Tokens(NemoSettings settings, TokenRequest request) {
        this.settings = settings;
        this.clientId = new ClientId(settings.clientId(), new PrivateFile(settings.clientIdFile()));
        this.request = request;
        this.clock = settings.timing().clock();
    }

    Token token() {
        return settings.token().orElseGet(() -> credential().token());
    }

    boolean isAnonymous() {
        return settings.token().isEmpty();
    }

    /** Takes the user's id from an answer; a token does not always come with one. */
    synchronized void learn(Optional<String> userId) {
        userId.ifPresent(id -> toldUserId = id);
    }

    /** Returns the user's id if an answer told it. Asks nobody. */
    synchronized Optional<String> userId() {
        if (toldUserId != null || !isAnonymous()) return Optional.ofNullable(toldUserId);
        return Optional.ofNullable(current).or(this::kept).flatMap(Credential::userId);
    }

    /** Returns a token in place of one that was refused; empty for the user's own, which is never replaced. */
    synchronized Optional<Token> replace(Token refused) {
        if (!isAnonymous()) return Optional.empty();
        if (current == null || current.token().equals(refused)) current = exclusively(refused);
        return Optional.of(current.token());
    }

    private synchronized Credential credential() {
        if (current == null || !current.isFreshAt(clock.instant())) current = fetchOrLoad();
        return current;
    }

    private Credential fetchOrLoad() {
        Optional<Credential> kept = kept();
        return kept.isPresent() ? kept.get() : exclusively(null);
    }

    /** Another process may have got a token while we waited for it to finish. */
    private Credential exclusively(@Nullable Token refused) {
        try {
            return file().exclusively(() ->
                    kept().filter(known -> !known.token().equals(refused)).orElseGet(this::fetch));
        } catch (UncheckedIOException e) {
            LOG.warn("The token cannot be kept, so it is used for this run only");
            LOG.debug("Why", e);
            return fetch();
        }
    }

    private Credential fetch() {
        Credential fetched = request.send(clientId);
        try {
            file().write(fetched.write());
        } catch (UncheckedIOException e) {
            LOG.warn("The token cannot be kept, so it is used for this run only");
            LOG.debug("Why", e);
        }
        return fetched;
    }

    private Optional<Credential> kept() {
        try {
            return file().read()
                    .flatMap(text -> Credential.parse(text, clock.instant()))
                    .filter(known -> known.isFreshAt(clock.instant()));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** One file for each service and device; the name gives neither away. */
    private PrivateFile file() {
        String owner = settings.tokenName() + " " + clientId.value();
        UUID name = UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8));
        return new PrivateFile(settings.dataFolder().resolve("tokens").resolve(name + ".json"));
    }
}
