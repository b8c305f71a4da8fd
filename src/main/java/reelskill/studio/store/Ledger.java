package reelskill.studio.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The credits. Entries are only ever added; the balance is their sum. Safe for use by many threads and processes. */
public final class Ledger {
    /** Longer than the longest turn (15 minutes; protocol.md, Chat). */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(20);

    private final Database database;
    private final Clock clock;
    private final IdSource ids;

    Ledger(Database database, Clock clock, IdSource ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    public Balance balance(Account account) {
        return database.read(handle -> balance(handle, account.id()));
    }

    /** Sets {@code amount} aside, or returns empty if less than that is available. */
    public Optional<Hold> hold(Account account, long amount) {
        Instant now = clock.instant();
        return database.write(handle -> {
            if (balance(handle, account.id()).available() < amount) return Optional.empty();
            Hold hold = new Hold(ids.number(), account.id(), amount);
            handle.createUpdate("insert into credit_hold values (:id, :account, :amount, :expires)")
                    .bind("id", hold.id())
                    .bind("account", hold.accountId())
                    .bind("amount", amount)
                    .bind("expires", now.plus(LONGEST_HOLD).toEpochMilli())
                    .execute();
            return Optional.of(hold);
        });
    }

    /** Gives back what was held; does nothing if it was charged. */
    public void release(Hold hold) {
        database.write(handle -> remove(handle, hold));
    }

    /** Charges what was held, as part of the transaction that keeps the work. */
    static void charge(Handle handle, Hold hold, String reference, Instant now) {
        remove(handle, hold);
        write(handle, hold.accountId(), -hold.amount(), "turn", reference, now);
    }

    static void write(Handle handle, String accountId, long amount, String reason, String reference, Instant now) {
        handle.createUpdate("insert into credit_entry (account_id, amount, reason, reference, at)"
                        + " values (:account, :amount, :reason, :reference, :at)")
                .bind("account", accountId)
                .bind("amount", amount)
                .bind("reason", reason)
                .bind("reference", reference)
                .bind("at", now.toEpochMilli())
                .execute();
    }

    private static int remove(Handle handle, Hold hold) {
        return handle.createUpdate("delete from credit_hold where id = :id")
                .bind("id", hold.id())
                .execute();
    }

    private Balance balance(Handle handle, String accountId) {
        return handle.createQuery("""
                        select (select coalesce(sum(amount), 0) from credit_entry where account_id = :account) as total,
                               (select coalesce(sum(amount), 0) from credit_hold
                                 where account_id = :account and expires_at > :now) as frozen""")
                .bind("account", accountId)
                .bind("now", clock.millis())
                .map((row, context) -> new Balance(row.getLong("total") - row.getLong("frozen"), row.getLong("frozen")))
                .one();
    }
}
