package reelskill.session;

import java.util.regex.Pattern;

/** Text from outside as it may be kept or shown: without anything that looks like a key to the account. */
final class Masked {
    private static final Pattern KEYS = Pattern.compile("(?i)nmv_usr_[\\w.-]+|(?<=\\bBearer\\s)\\s*\\S+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{C}\\s]+");
    private static final int LONGEST_LINE = 300;

    private Masked() {}

    static String text(String text) {
        return KEYS.matcher(text).replaceAll("***");
    }

    /** Returns a reason that a backend gave as one short line. */
    static String line(String text) {
        String line = CONTROLS.matcher(text(text)).replaceAll(" ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
