package reelskill.studio.plan;

import java.util.HashMap;
import java.util.Map;

/** The letters of sentences. */
final class Letters {
    /** Traditional Chinese characters, and those that the vocabulary is written in. */
    private static final Map<Character, Character> SIMPLIFIED = simplified();

    private Letters() {}

    /** Returns whether a Latin word or a number goes on across {@code at}. */
    static boolean splitsWord(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private static Map<Character, Character> simplified() {
        Map<Character, Character> letters = new HashMap<>();
        for (String line : Lexicon.lines("traditional.txt"))
            for (String row : line.split(" ", -1))
                row.substring(1).chars().forEach(other -> letters.put((char) other, row.charAt(0)));
        return letters;
    }

    /** Returns the text in lower case, with ASCII digits and signs and simplified characters; each keeps its place. */
    static String normalized(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') c = (char) (c - '！' + '!');
            if (c == '’' || c == 'ʼ') c = '\'';
            result.append(SIMPLIFIED.getOrDefault(Character.toLowerCase(c), Character.toLowerCase(c)));
        }
        return result.toString();
    }
}
