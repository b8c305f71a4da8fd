package reelskill.session;

import java.math.BigDecimal;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.nemo.Credits;

/**
 * A paid turn that a person has to be asked about before it is sent.
 *
 * @param cost in credits, as far as known beforehand; the backend alone decides what it takes
 * @param balance empty where it is not known
 * @param limit what may be spent without asking; empty where nothing was set
 */
public record Expense(Reason reason, BigDecimal cost, Optional<Credits> balance, Optional<BigDecimal> limit) {
    /** Why it has to be asked. */
    public enum Reason {
        /** The balance is below the known cost. */
        SHORT,
        /** The known cost is above the limit that was set. */
        ABOVE_LIMIT
    }

    /** Returns the question to ask, which a yes or no answers. */
    public String question(Language language) {
        return why(language) + language.pick(" Send it all the same?", "仍要发送吗？");
    }

    /** Returns why the turn is not sent by itself. */
    String why(Language language) {
        String left = balance.map(Credits::available).map(Bill::plain).orElse("?");
        return reason == Reason.SHORT
                ? language.say(
                        "This edit costs about %s credits and %s are left.",
                        "此次编辑约需 %s 积分，当前可用 %s 积分。", Bill.plain(cost), left)
                : language.say(
                        "This edit costs about %s credits, more than your limit of %s (%s are left).",
                        "此次编辑约需 %s 积分，超过您设定的上限 %s（当前可用 %s）。",
                        Bill.plain(cost),
                        limit.map(Bill::plain).orElse("?"),
                        left);
    }
}
