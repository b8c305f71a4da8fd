package reelskill.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reelskill.nemo.Credits;

/**
 * A line of the ledger: one paid turn, written before it is sent and again once it is over.
 *
 * @param startedMillis when it was sent, in milliseconds since 1970
 * @param words how the message begins
 * @param before the account's balance before the turn; null where it could not be read
 * @param after the balance once it was over; null where it could not be read, or the process ended before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CostRecord(
        String sessionId,
        String backend,
        long startedMillis,
        String words,
        @Nullable Credits before,
        @Nullable Credits after) {
    private static final int FIRST_WORDS = 80;

    static CostRecord begun(SessionRecord session, long now, String words, Optional<Credits> balance) {
        String first = Masked.text(words.strip());
        return new CostRecord(
                session.id(),
                session.backend(),
                now,
                first.substring(
                        0, first.offsetByCodePoints(0, Math.min(FIRST_WORDS, first.codePointCount(0, first.length())))),
                balance.orElse(null),
                null);
    }

    CostRecord endedWith(Optional<Credits> balance) {
        return new CostRecord(sessionId, backend, startedMillis, words, before, balance.orElse(null));
    }

    /**
     * Returns what the turn took from the account. Empty where a balance is missing, or grew in the meantime, so that
     * the two do not tell.
     */
    public Optional<BigDecimal> spent() {
        if (before == null || after == null) {
            return Optional.empty();
        }
        BigDecimal spent = before.total().subtract(after.total());
        return Optional.of(spent).filter(credits -> credits.signum() >= 0);
    }
}
