package reelskill.studio.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** Times as a report tells them. */
final class Figures {
    private static final int MINUTE = 60;

    private Figures() {}

    /** Returns seconds to one decimal, like {@code 22.8 s}. */
    static String length(Scene scene, long frames) {
        return length(scene.language(), scene.timeline().rate().time(frames));
    }

    static String length(Language language, Duration time) {
        return language.say("%s s", "%s秒", number(seconds(time), time.compareTo(Duration.ofSeconds(1)) < 0 ? 2 : 1));
    }

    /** Returns a range like {@code 0-3 s}, or {@code 1:15-1:19} where it goes beyond a minute. */
    static String range(Scene scene, long in, long out) {
        Timeline timeline = scene.timeline();
        double from = timeline.rate().seconds(in);
        double to = timeline.rate().seconds(out);
        if (to >= MINUTE) return clock(from) + "-" + clock(to);
        return scene.say("%s-%s s", "%s-%s秒", number(from, 1), number(to, 1));
    }

    static String moment(Scene scene, long frame) {
        return clock(scene.timeline().rate().seconds(frame));
    }

    static String percent(double share) {
        return number(share * 100, 0) + "%";
    }

    /** Returns a factor to two decimals, like {@code 1.5}. */
    static String factor(double value) {
        return number(value, 2);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Returns {@code 1:02:03} or {@code 0:07.5}. */
    private static String clock(double seconds) {
        BigDecimal rounded = BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP);
        long whole = rounded.longValue();
        String rest = number(rounded.remainder(BigDecimal.valueOf(MINUTE)).doubleValue(), 1);
        String padded = rounded.remainder(BigDecimal.valueOf(MINUTE)).compareTo(BigDecimal.TEN) < 0 ? "0" + rest : rest;
        long hours = whole / 3600;
        long minutes = whole / MINUTE % MINUTE;
        return hours > 0 ? String.format("%d:%02d:%s", hours, minutes, padded) : minutes + ":" + padded;
    }

    static String number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
