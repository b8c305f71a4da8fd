package reelskill.studio.speech;

import java.util.List;

/** Tells when a network has begun to write the same over and over. */
final class Repetition {
    private static final int LONGEST = 12;
    /** Of one or two tokens, a person may well say three: "no, no, no". */
    private static final int MOST_TIMES = 4;

    private Repetition() {}

    /** Returns how many of {@code tokens} are left when a row at their end that stands there too often stands once; else all. */
    static int onceIn(List<Integer> tokens) {
        for (int length = 1; length <= LONGEST && length * MOST_TIMES <= tokens.size(); length++) {
            int from = tokens.size() - length * MOST_TIMES;
            List<Integer> row = tokens.subList(tokens.size() - length, tokens.size());
            boolean repeats = true;
            for (int time = 0; time < MOST_TIMES && repeats; time++) {
                repeats = tokens.subList(from + time * length, from + (time + 1) * length)
                        .equals(row);
            }
            if (repeats) return from + length;
        }
        return tokens.size();
    }
}
