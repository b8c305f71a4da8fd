package reelskill.studio.transcript;

import java.time.Duration;
import java.util.Locale;
import reelskill.media.TimeRange;

/**
 * One word, or one character of a script without spaces.
 *
 * @param text as it is written, with its punctuation
 * @param time when it is said; an estimate, which is exact only at the ends of a {@link Phrase}
 */
public record Word(String text, TimeRange time) {
    public Word {
        if (text.isBlank()) throw new IllegalArgumentException("a word without letters");
    }

    public Duration in() {
        return time.in();
    }

    public Duration out() {
        return time.out();
    }

    /** Returns the word as it sounds: small letters, digits and apostrophes; empty for a dash or other bare sign. */
    public String sound() {
        return sound(text);
    }

    /** Returns what {@link #sound()} is for {@code text}. */
    public static String sound(String text) {
        return text.replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}']", "")
                .replaceAll("^'+|'+$", "");
    }

    /** Returns whether a sentence ends with this word. */
    public boolean endsSentence() {
        return text.matches(".*[.?!。？！…][\"'”’)\\]»]*");
    }

    /** Returns whether a part of a sentence ends with this word. */
    public boolean endsClause() {
        return endsSentence() || text.matches(".*[,;:，、；：—–][\"'”’)\\]»]*");
    }

    Word at(TimeRange newTime) {
        return new Word(text, newTime);
    }
}
