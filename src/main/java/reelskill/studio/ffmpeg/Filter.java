package reelskill.studio.ffmpeg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One filter and its options as values. Immutable. {@link #toString} is the only place that escapes. */
public final class Filter {
    private static final String SPECIAL_IN_OPTIONS = "\\':";
    private static final String SPECIAL_IN_GRAPHS = "\\'[],;";

    private final String name;
    private final List<String> options;

    private Filter(String name, List<String> options) {
        this.name = name;
        this.options = List.copyOf(options);
    }

    public static Filter named(String name) {
        return new Filter(name, List.of());
    }

    /**
     * Returns this filter with one more option. The value reaches the filter as it is, whatever characters it has. What
     * a filter makes of it then is its own language: drawtext, for one, expands {@code %} unless told {@code
     * expansion=none}, and file options read paths.
     */
    public Filter with(String option, String value) {
        List<String> more = new ArrayList<>(options);
        more.add(option + "=" + escape(escape(value, SPECIAL_IN_OPTIONS), SPECIAL_IN_GRAPHS));
        return new Filter(name, more);
    }

    /** Returns this filter with one more option, written without an exponent. */
    public Filter with(String option, double value) {
        return with(option, plain(BigDecimal.valueOf(value)));
    }

    public Filter with(String option, long value) {
        return with(option, Long.toString(value));
    }

    @Override
    public String toString() {
        return options.isEmpty() ? name : name + "=" + String.join(":", options);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Also escapes white space at both ends, which ffmpeg would strip. */
    private static String escape(String text, String special) {
        StringBuilder escaped = new StringBuilder();
        int first = text.length() - text.stripLeading().length();
        int last = text.stripTrailing().length();
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0 || i < first || i >= last) escaped.append('\\');
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }
}
