package reelskill.session;

import java.math.BigDecimal;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.nemo.Credits;

/** What a turn cost and what is left; each part is empty where it is not known or the backend is free. */
public record Bill(Optional<BigDecimal> cost, Optional<Credits> balance) {
    static final Bill NONE = new Bill(Optional.empty(), Optional.empty());

    /** Returns {@code This edit cost 50 credits; 50 left.}, or an empty text where nothing is known. */
    public String sentence(Language language) {
        return balance.map(left -> told(left, language)).orElse("");
    }

    private String told(Credits left, Language language) {
        String available = plain(left.available());
        String first = cost.map(spent -> spent.signum() == 0
                        ? language.say("This edit cost nothing; %s credits left.", "此次编辑未消耗积分，剩余 %s。", available)
                        : language.say(
                                "This edit cost %s credits; %s left.", "此次编辑消耗 %s 积分，剩余 %s。", plain(spent), available))
                .orElseGet(() -> language.say("%s credits left.", "剩余 %s 积分。", available));
        return first + held(left, language);
    }

    private static String held(Credits left, Language language) {
        return left.frozen().signum() <= 0
                ? ""
                : language.say(
                        " %s more are frozen: held for work that is still running, not to be spent until it ends.",
                        "另有 %s 积分被冻结：为进行中的任务预留，任务结束前不能使用。", plain(left.frozen()));
    }

    /** Returns a number as a person writes it: {@code 50}, not {@code 50.00} or {@code 5E+1}. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
