package reelskill.studio.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import reelskill.language.Language;

/**
 * Something that a person should look at.
 *
 * @param fromMillis where in the result it begins; {@code toMillis} is after it
 */
public record Finding(Kind kind, long fromMillis, long toMillis, String english, String chinese) {
    /** What is wrong. */
    public enum Kind {
        /** A text stands where a player or a screen's edge covers it. */
        TEXT_OUTSIDE_SAFE_AREA,
        TEXTS_OVERLAP,
        /** The picture is black where no medium is. */
        BLACK,
        /** The picture stands still where no medium does. */
        FROZEN,
        /** A cut falls into speech. */
        CLIPPED_WORD,
        /** Louder than players can play without distortion. */
        PEAK,
        /** Picture and sound are not equally long. */
        LENGTHS_DIFFER
    }

    static Finding of(Kind kind, long from, long to, String english, String chinese, Object... arguments) {
        return new Finding(
                kind,
                from,
                to,
                Language.ENGLISH.say(english, chinese, arguments),
                Language.CHINESE.say(english, chinese, arguments));
    }

    public String in(Language language) {
        return language.pick(english, chinese);
    }

    /** Returns a moment as a person reads it, like {@code 1:02.5}. */
    static String clock(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis % 60_000, 3).setScale(1, RoundingMode.HALF_UP);
        String rest = seconds.stripTrailingZeros().scale() <= 0
                ? seconds.setScale(0, RoundingMode.HALF_UP).toPlainString()
                : seconds.toPlainString();
        return millis / 60_000 + ":" + (seconds.compareTo(BigDecimal.TEN) < 0 ? "0" : "") + rest;
    }
}
