package reelskill.studio.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Anonymous users and their tokens. Safe for use by many threads and processes. */
public final class Accounts {
    /** How long a token and a claim link hold (protocol.md, errors and claim link). */
    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final String TOKEN_PREFIX = "nmv_usr_";
    private static final String CLAIM_PREFIX = "clm_";

    private final Database database;
    private final Clock clock;
    private final IdSource ids;

    Accounts(Database database, Clock clock, IdSource ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Issues a token to the account of {@code clientId}, which is created with {@code welcomeCredits} if it is new.
     *
     * @return empty if the client was given {@code limit} tokens within the last seven days
     */
    public Optional<IssuedToken> issueToken(String clientId, int limit, long welcomeCredits) {
        Instant now = clock.instant();
        return database.write(handle -> {
            Account account =
                    findByClient(handle, clientId).orElseGet(() -> create(handle, clientId, welcomeCredits, now));
            if (issuedSince(handle, account, now.minus(LIFETIME)) >= limit) return Optional.empty();
            IssuedToken issued = new IssuedToken(ids.secret(TOKEN_PREFIX), account, now.plus(LIFETIME));
            insert(handle, issued, now);
            return Optional.of(issued);
        });
    }

    /** Returns whose token it is; empty if it is unknown or has expired. */
    public Optional<Account> findByToken(String token) {
        String hash = Secrets.hash(token);
        return database.read(
                handle -> handle.createQuery("select account_id from token where hash = :hash and expires_at > :now")
                        .bind("hash", hash)
                        .bind("now", clock.millis())
                        .map((row, context) -> new Account(row.getString("account_id")))
                        .findOne());
    }

    /** Issues the secret of a link that opens {@code session} in a browser and nothing else. */
    public String issueClaim(Session session) {
        String claim = ids.secret(CLAIM_PREFIX);
        database.write(handle -> handle.createUpdate("insert into claim values (:hash, :session, :expires)")
                .bind("hash", Secrets.hash(claim))
                .bind("session", session.id())
                .bind("expires", clock.instant().plus(LIFETIME).toEpochMilli())
                .execute());
        return claim;
    }

    private static Optional<Account> findByClient(Handle handle, String clientId) {
        return handle.createQuery("select id from account where client_id = :client")
                .bind("client", clientId)
                .map((row, context) -> new Account(row.getString("id")))
                .findOne();
    }

    private Account create(Handle handle, String clientId, long welcomeCredits, Instant now) {
        Account account = new Account(ids.number());
        handle.createUpdate("insert into account values (:id, :client, :now)")
                .bind("id", account.id())
                .bind("client", clientId)
                .bind("now", now.toEpochMilli())
                .execute();
        Ledger.write(handle, account.id(), welcomeCredits, "welcome", account.id(), now);
        return account;
    }

    private static int issuedSince(Handle handle, Account account, Instant start) {
        return handle.createQuery("select count(*) from token where account_id = :account and issued_at > :start")
                .bind("account", account.id())
                .bind("start", start.toEpochMilli())
                .mapTo(int.class)
                .one();
    }

    private static void insert(Handle handle, IssuedToken issued, Instant now) {
        handle.createUpdate("insert into token values (:hash, :account, :now, :expires)")
                .bind("hash", Secrets.hash(issued.token()))
                .bind("account", issued.account().id())
                .bind("now", now.toEpochMilli())
                .bind("expires", issued.expiresAt().toEpochMilli())
                .execute();
    }
}
