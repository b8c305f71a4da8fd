package reelskill.studio.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times and numbers as people write them, in English and Chinese. Pure. */
final class TimeWords {
    private static final String CLOCK = "(?<h>\\d{1,2}):(?<hm>[0-5]\\d):(?<hs>[0-5]\\d(?:\\.\\d+|,\\d{3}(?!\\d))?)"
            + "|(?<m>\\d{1,3})[:'′’](?<s>[0-5]\\d(?:\\.\\d+)?)[\"″”]?";
    private static final String ONES = "one|two|three|four|five|six|seven|eight|nine";
    private static final String TEENS =
            "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private static final String TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private static final List<String> SMALL = List.of(("zero|" + ONES + "|" + TEENS).split("\\|", -1));
    private static final List<String> TENS_LIST = List.of(TENS.split("\\|", -1));
    private static final String WORD = "(?:(?:" + TENS + ")(?:[ -](?:" + ONES + "))?|" + TEENS + "|" + ONES + "|zero)";
    private static final String HAN = "[零〇一二两俩三仨四五六七八九十百廿卅]+(?:点[零〇一二三四五六七八九]+)?|半";
    private static final String COUPLE = "(?:a )?couple(?: of\\b)?";
    private static final String NUM = "\\d+(?:\\.\\d+)?|" + COUPLE + "|" + WORD + "|" + HAN;

    private static final Pattern CLOCK_AT = Pattern.compile(CLOCK);
    private static final Pattern NUMBER_AT = Pattern.compile(NUM);
    /** "a minute and a half", "half a minute", "five and a half secs". */
    private static final Pattern HALVES =
            Pattern.compile("(?:(?<an>an?|\\d+|" + WORD + ") (?<unit1>hour|minute|min|second|sec)s? and a half"
                    + "|half (?:an? )?(?<unit2>hour|minute|second)|(?<num>an?|\\d+|" + WORD
                    + ") and a half (?<unit3>hour|minute|min|second|sec)s?"
                    + "|an? half (?<unit4>minute|second)|(?<unit5>minute) and a half)");

    /** "a second title" is another one, and no time. */
    private static final String NOT_SECOND =
            "(?!an? second (?:title|text|caption|clip|one|logo|picture|photo|line|song|track|copy|scene|video|heading)s?\\b)";

    private static final Pattern AMOUNT = Pattern.compile(NOT_SECOND + "(?<n>" + NUM
            + "|an?(?= ))(?!(?<=one)s\\b)[ -]{0,2}(?:来(?=[秒分]))?(?<u>hours?|hrs?|h|minutes?|mins?|m(?!s|illi)|"
            + "milliseconds?|msec|ms|seconds?|secs?|sec|s|个?小时|分钟|分|毫秒|秒钟|秒)(?<half>半钟?|半)?");
    /** "minute 1", "minute 1 and 20 seconds", "second 45": a moment named by its number. */
    private static final Pattern NUMBERED = Pattern.compile(
            "minute (?<m>\\d{1,3})(?:,? (?:and )?(?:second )?(?<s>[0-5]?\\d)(?: ?(?:seconds?|secs?|s))?(?![\\d:.]| ?m))?"
                    + "|second (?<only>\\d{1,4})(?! ?(?:seconds?|secs?|s|minutes?|mins?|clips?|to \\d|[-–] ?\\d)\\b)");

    /** The seconds of "1m20", and of "one minute ten" where nothing follows that they could count. */
    private static final Pattern BARE_SECONDS = Pattern.compile("[0-5]?\\d(?![\\d.:%])"
            + "|[二三四五]?十[一二三四五六七八九]?(?![个段条张次倍分秒])" + "| (?:[0-5]?\\d|" + WORD
            + ")(?=\\s*(?:$|[,.;!?)]|(?:mark|to|till|until|and|on|onwards?)\\b))");

    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('零', 0),
            Map.entry('〇', 0),
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('两', 2),
            Map.entry('俩', 2),
            Map.entry('仨', 3),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9));

    private TimeWords() {}

    /** Returns the TIME or NUMBER that begins at {@code from}, as long as it goes; {@code text} is normalized. */
    static Optional<Token> at(String text, int from) {
        return clock(text, from)
                .or(() -> numbered(text, from))
                .or(() -> halves(text, from))
                .or(() -> amounts(text, from))
                .or(() -> number(text, from));
    }

    private static Optional<Token> clock(String text, int from) {
        Matcher clock = matcher(CLOCK_AT, text, from);
        if (!clock.lookingAt() || Letters.splitsWord(text, clock.end())) return Optional.empty();
        boolean hours = clock.group("h") != null;
        BigDecimal seconds = hours
                ? seconds(clock.group("h"), 3600)
                        .add(seconds(clock.group("hm"), 60))
                        .add(seconds(clock.group("hs"), 1))
                : seconds(clock.group("m"), 60).add(seconds(clock.group("s"), 1));
        return Optional.of(time(seconds, from, clock.end()));
    }

    private static Optional<Token> numbered(String text, int from) {
        Matcher numbered = matcher(NUMBERED, text, from);
        if (!numbered.lookingAt() || Letters.splitsWord(text, numbered.end())) return Optional.empty();
        BigDecimal minutes = seconds(first(numbered, "m").isEmpty() ? "0" : numbered.group("m"), 60);
        String rest = first(numbered, "s", "only");
        return Optional.of(time(minutes.add(new BigDecimal(rest.isEmpty() ? "0" : rest)), from, numbered.end()));
    }

    private static Optional<Token> halves(String text, int from) {
        Matcher halves = matcher(HALVES, text, from);
        if (!halves.lookingAt() || Letters.splitsWord(text, halves.end())) return Optional.empty();
        String unit = first(halves, "unit1", "unit2", "unit3", "unit4", "unit5");
        String whole = first(halves, "an", "num", "unit5").replace("minute", "a");
        BigDecimal count = (whole.isEmpty() ? BigDecimal.ZERO : value(whole)).add(new BigDecimal("0.5"));
        return Optional.of(
                time(count.multiply(BigDecimal.valueOf(unitMillis(unit))).movePointLeft(3), from, halves.end()));
    }

    /** Joins amounts of falling units: "1 minute and 20 seconds", "1m20s", "1m20", "1分20秒". */
    private static Optional<Token> amounts(String text, int from) {
        BigDecimal millis = BigDecimal.ZERO;
        long last = Long.MAX_VALUE;
        int end = from;
        int at = from;
        while (at < text.length()) {
            Matcher amount = matcher(AMOUNT, text, at);
            if (!amount.lookingAt()
                    || (Letters.splitsWord(text, amount.end()) && !Character.isDigit(text.charAt(amount.end())))) break;
            long unit = unitMillis(amount.group("u"));
            if (unit >= last) break;
            millis = millis.add(value(amount.group("n")).multiply(BigDecimal.valueOf(unit)));
            if (amount.group("half") != null) millis = millis.add(BigDecimal.valueOf(unit / 2));
            last = unit;
            end = amount.end();
            at = skipJoint(text, end);
        }
        if (end == from) return Optional.empty();
        Matcher bare = matcher(BARE_SECONDS, text, end);
        if (last == 60_000 && bare.lookingAt() && !Letters.splitsWord(text, bare.end())) {
            millis = millis.add(value(bare.group().strip()).movePointRight(3));
            end = bare.end();
        }
        return Letters.splitsWord(text, end) ? Optional.empty() : Optional.of(time(millis.movePointLeft(3), from, end));
    }

    private static int skipJoint(String text, int end) {
        Matcher joint = matcher(Pattern.compile(" and | |零"), text, end);
        return joint.lookingAt() ? joint.end() : end;
    }

    private static Optional<Token> number(String text, int from) {
        Matcher number = matcher(NUMBER_AT, text, from);
        if (!number.lookingAt()
                || Letters.splitsWord(text, number.end())
                || number.group().equals("半")) return Optional.empty();
        double value = value(number.group()).doubleValue();
        Matcher percent = matcher(Pattern.compile("\\s?(%|percent\\b|per cent\\b)"), text, number.end());
        if (percent.lookingAt()) return Optional.of(new Token(Token.PERCENT, value / 100, from, percent.end()));
        return Optional.of(new Token(Token.NUMBER, value, from, number.end()));
    }

    /** Returns the value of digits, an English number word below 100, or a Chinese numeral below 1000. */
    static BigDecimal value(String number) {
        if (Character.isDigit(number.charAt(0))) return new BigDecimal(number);
        if (number.equals("a") || number.equals("an")) return BigDecimal.ONE;
        if (number.contains("couple")) return BigDecimal.valueOf(2);
        if (number.equals("半")) return new BigDecimal("0.5");
        if (number.charAt(0) < 0x250) return BigDecimal.valueOf(english(number));
        String[] parts = number.split("点", 2);
        BigDecimal whole = BigDecimal.valueOf(chinese(parts[0]));
        if (parts.length == 1) return whole;
        StringBuilder decimals = new StringBuilder("0.");
        parts[1].chars().forEach(digit -> decimals.append(DIGITS.getOrDefault((char) digit, 0)));
        return whole.add(new BigDecimal(decimals.toString()));
    }

    private static long english(String words) {
        String[] parts = words.split("[ -]", -1);
        int tens = TENS_LIST.indexOf(parts[0]);
        if (tens < 0) return SMALL.indexOf(parts[0]);
        return 10L * (tens + 2) + (parts.length == 2 ? SMALL.indexOf(parts[1]) : 0);
    }

    private static long chinese(String numeral) {
        long sum = 0;
        long digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            if (c == '廿' || c == '卅') {
                sum += c == '廿' ? 20 : 30;
                digit = -1;
            } else if (c == '十' || c == '百') {
                sum += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : 100);
                digit = -1;
            } else {
                digit = DIGITS.getOrDefault(c, 0);
            }
        }
        return sum + Math.max(0, digit);
    }

    private static long unitMillis(String unit) {
        if (unit.startsWith("h") || unit.endsWith("小时")) return 3_600_000;
        if (unit.startsWith("ms") || unit.startsWith("milli") || unit.equals("毫秒")) return 1;
        return unit.startsWith("m") || unit.startsWith("分") ? 60_000 : 1000;
    }

    private static String first(Matcher matcher, String... groups) {
        for (String group : groups) if (matcher.group(group) != null) return matcher.group(group);
        return "";
    }

    private static BigDecimal seconds(String number, int factor) {
        return new BigDecimal(number.replace(',', '.')).multiply(BigDecimal.valueOf(factor));
    }

    private static Token time(BigDecimal seconds, int from, int to) {
        return new Token(Token.TIME, Duration.ofNanos(seconds.movePointRight(9).longValue()), from, to);
    }

    private static Matcher matcher(Pattern pattern, String text, int from) {
        return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
    }
}
