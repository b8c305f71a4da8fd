package reelskill.turn;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backend's habit of ending a good answer with an apology (protocol.md, SSE events: "Ignore a trailing …"). */
final class TemporaryIssue {
    private static final String WORDS = "i encountered a temporary issue";
    /** Begins a sentence, and nothing but the rest of a short apology follows. */
    private static final Pattern TRAILING = Pattern.compile(
            "(?<=^|[\\s.!?。！？*_\"'])(I'?m sorry,?( but)? |Sorry,?( but)? )?" + WORDS + "[^\\n]{0,200}\\s*$",
            Pattern.CASE_INSENSITIVE);

    private TemporaryIssue() {}

    static boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(WORDS);
    }

    /** Returns {@code answer} without the apology at its end; all of it when the apology is the only answer. */
    static String without(String answer) {
        Matcher matcher = TRAILING.matcher(answer);
        if (!matcher.find()) return answer;
        String before = answer.substring(0, matcher.start()).stripTrailing();
        return before.isBlank() ? answer : before;
    }
}
