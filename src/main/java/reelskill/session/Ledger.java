package reelskill.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reelskill.language.Language;
import reelskill.nemo.Account;
import reelskill.nemo.Credits;
import reelskill.nemo.NemoException;
import reelskill.session.SessionException.Problem;

/** Minds what turns cost: asks before where it must be asked, and writes down each balance before and after. */
final class Ledger {
    /** Words that ask for a generated clip, which has a price of its own (protocol.md, Credits). */
    private static final Pattern GENERATES = Pattern.compile(
            "(?i)\\b(?:generate|text[- ]to[- ]video|image[- ]to[- ]video|ai (?:clip|video|footage))\\b|生成|文生视频|图生视频");

    private final Workplace place;
    private final SessionRecord session;

    Ledger(Workplace place, SessionRecord session) {
        this.place = place;
        this.session = session;
    }

    /** Returns what has to be asked about; a backend that is free never asks. */
    Optional<Expense> objection(String words) {
        return place.backend().isPaid() ? objection(words, balance()) : Optional.empty();
    }

    private Optional<Expense> objection(String words, Optional<Credits> balance) {
        return place.allowance().objection(expected(words), balance);
    }

    /**
     * Notes that a turn is about to be sent; empty for a backend that is free.
     *
     * @throws SessionException if a person had to be asked and did not agree; then nothing may be sent
     */
    Optional<CostRecord> begin(String words) {
        if (!place.backend().isPaid()) {
            return Optional.empty();
        }
        Optional<Credits> balance = balance();
        objection(words, balance)
                .filter(expense -> !place.allowance().consent().test(expense))
                .ifPresent(this::refuse);
        long now = place.backend().timing().clock().millis();
        CostRecord begun = CostRecord.begun(session, now, words, balance);
        place.journal().save(begun);
        return Optional.of(begun);
    }

    /** Returns the line of the last turn if its end was never noted. */
    Optional<CostRecord> unfinished() {
        List<CostRecord> lines = place.journal().costsOf(session.id());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1)).filter(last -> last.after() == null);
    }

    /** Notes what the turn took. */
    Bill end(CostRecord begun) {
        CostRecord ended = begun.endedWith(balance());
        place.journal().save(ended);
        return new Bill(ended.spent(), Optional.ofNullable(ended.after()));
    }

    /** Returns the balance; empty while the service does not tell, which must keep nobody from an edit. */
    private Optional<Credits> balance() {
        try {
            return Optional.of(place.backend().client().credits());
        } catch (NemoException e) {
            return Optional.empty();
        }
    }

    /** A session's last turn tells best what the next one costs; before the first there is the published price. */
    private BigDecimal expected(String words) {
        List<CostRecord> earlier = place.journal().costsOf(session.id());
        BigDecimal edit = earlier.isEmpty()
                ? published()
                : earlier.get(earlier.size() - 1).spent().orElseGet(this::published);
        BigDecimal clip = BigDecimal.valueOf(place.manifest().credits().generatedClip());
        return GENERATES.matcher(words).find() ? edit.max(clip) : edit;
    }

    private BigDecimal published() {
        return BigDecimal.valueOf(place.manifest().credits().session());
    }

    private void refuse(Expense expense) {
        throw new SessionException(
                Problem.CREDITS,
                language -> language.say(
                        "%s Nothing was sent. %s", "%s未发送任何内容。%s", expense.why(language), more(place, language)));
    }

    /** Returns how this user comes by more credits (protocol.md, Envelopes, 2001). */
    static String more(Workplace place, Language language) {
        Account account = place.backend().client().account();
        return account.anonymous()
                ? language.say("Register to get more: %s", "注册即可获得更多积分：%s", account.registration())
                : language.pick("Top up credits in your account.", "请在您的账户中充值积分。");
    }
}
