package reelskill.studio.transcript;

import java.util.ArrayList;
import java.util.List;

/** Words as they are written one after the other: with spaces between them, or without in Chinese and Japanese. */
final class Writing {
    private Writing() {}

    /** Returns the words of {@code text}; characters of a script without spaces are one word each, with the signs behind them. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int[] letters = text.strip().codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            if (isSpace(letters[i])) {
                flush(open, words);
                continue;
            }
            boolean wide = isWide(letters[i]) && Character.isLetterOrDigit(letters[i]);
            if (wide) flush(open, words);
            open.appendCodePoint(letters[i]);
            boolean signFollows =
                    i + 1 < letters.length && !isSpace(letters[i + 1]) && !Character.isLetterOrDigit(letters[i + 1]);
            boolean ends = wide || isWide(letters[i]);
            if (ends && !signFollows) flush(open, words);
        }
        flush(open, words);
        return words;
    }

    /** Returns the text of {@code words}. */
    static String joined(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            boolean apart =
                    !text.isEmpty() && !(isWide(text.codePointBefore(text.length())) && isWide(word.codePointAt(0)));
            text.append(apart ? " " : "").append(word);
        }
        return text.toString();
    }

    /** Returns how wide the text is in Latin letters; a Chinese character takes two. */
    static int width(String text) {
        return text.codePoints().map(letter -> isWide(letter) ? 2 : 1).sum();
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    static boolean isWide(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> (letter >= 0x3000 && letter <= 0x303F) || (letter >= 0xFF00 && letter <= 0xFF60);
        };
    }

    private static void flush(StringBuilder open, List<String> words) {
        if (!open.isEmpty()) words.add(open.toString());
        open.setLength(0);
    }
}
