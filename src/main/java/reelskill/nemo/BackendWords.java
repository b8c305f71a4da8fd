package reelskill.nemo;

import java.util.regex.Pattern;

/** What a backend says of a failure, made fit to be kept: one line of at most 300 characters without a secret in it. */
final class BackendWords {
    private static final int LONGEST = 300;
    /** A backend that repeats the request in its error repeats the bearer. */
    private static final Pattern SECRET = Pattern.compile("bearer\\s+\\S+|(nmv_|clm_)\\w+", Pattern.CASE_INSENSITIVE);

    private BackendWords() {}

    static String line(String said) {
        String head = said.substring(0, Math.min(said.length(), 10 * LONGEST));
        String line = SECRET.matcher(head)
                .replaceAll("***")
                .replaceAll("[\\p{C}\\s]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
