package reelskill.session;

import java.util.regex.Pattern;

/** Text from outside as it may be kept or shown: without anything that looks like a key to the account. */
final class Masked {
    private static final Pattern KEYS = Pattern.compile("(?i)nmv_usr_[\\w.-]+|(?<=\\bBearer\\s)\\s*\\S+");

    private Masked() {}

    static String text(String text) {
        return KEYS.matcher(text).replaceAll("***");
    }
}
