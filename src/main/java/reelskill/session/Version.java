package reelskill.session;

import java.util.List;
import reelskill.draft.Draft;
import reelskill.language.Language;

/**
 * A timeline of a session as it was at some time.
 *
 * @param number counts from 1
 * @param names what its person called it
 * @param sentence what was said or done that made it; empty where that is not known
 * @param timeline what is on it, in words
 * @param current whether the session shows it
 */
public record Version(
        int number, List<String> names, String sentence, String timeline, long durationMillis, boolean current) {
    public Version {
        names = List.copyOf(names);
    }

    static Version seen(int number, Draft draft, boolean current, Language language) {
        return new Version(number, List.of(), "", draft.summary(language), draft.durationMillis(), current);
    }

    /** Returns whether somebody who says {@code wanted}, a number or a name, means this one. */
    boolean isCalled(String wanted) {
        return wanted.equals(Integer.toString(number)) || names.stream().anyMatch(wanted::equalsIgnoreCase);
    }
}
