package reelskill.session;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import reelskill.nemo.Credits;

/**
 * What a turn may cost without a question, and who is asked beyond that. A backend that is free never asks.
 *
 * @param limit the most credits a turn may be known to cost; empty sets no limit
 * @param consent asks a person on the thread that works; true sends the turn, false sends nothing
 */
public record Allowance(Optional<BigDecimal> limit, Predicate<Expense> consent) {
    /** Returns what has to be asked about; empty if the turn may be sent. A balance that is not known is not short. */
    Optional<Expense> objection(BigDecimal cost, Optional<Credits> balance) {
        if (balance.filter(known -> known.available().compareTo(cost) < 0).isPresent()) {
            return Optional.of(new Expense(Expense.Reason.SHORT, cost, balance, limit));
        }
        return limit.filter(most -> cost.compareTo(most) > 0)
                .map(most -> new Expense(Expense.Reason.ABOVE_LIMIT, cost, balance, limit));
    }
}
