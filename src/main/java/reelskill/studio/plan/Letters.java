package reelskill.studio.plan;

/** The letters of sentences. */
final class Letters {
    private Letters() {}

    /** Returns whether a Latin word or a number goes on across {@code at}. */
    static boolean splitsWord(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** Returns the text in lower case and with ASCII digits and signs; every character keeps its place. */
    static String normalized(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') c = (char) (c - '！' + '!');
            if (c == '’' || c == 'ʼ') c = '\'';
            result.append(Character.toLowerCase(c));
        }
        return result.toString();
    }
}
