package reelskill.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import reelskill.language.Language;

/** Milliseconds as a person reads them. */
public final class Seconds {
    private Seconds() {}

    /** Returns seconds with at most one decimal, like {@code 10} or {@code 2.5}. */
    public static String of(long millis) {
        return BigDecimal.valueOf(millis, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String range(long fromMillis, long toMillis, Language language) {
        return of(fromMillis) + "-" + of(toMillis) + language.pick("s", "秒");
    }
}
