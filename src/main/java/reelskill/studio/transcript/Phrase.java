package reelskill.studio.transcript;

import java.util.List;
import reelskill.media.TimeRange;

/**
 * What is said in one go: a sentence, or a cue of a subtitle file. Its beginning and its end are where speech begins and
 * ends, or where the file says so.
 *
 * @param words at least one, in order, apart
 * @param confidence from 0 to 1, how sure it is that these are the words
 */
public record Phrase(List<Word> words, double confidence) {
    /** From here on what was recognized is right but for a word here and there (measured, {@code bench/speech.sh}). */
    public static final double SURE = 0.72;

    public Phrase {
        words = List.copyOf(words);
        if (words.isEmpty()) throw new IllegalArgumentException("a phrase without words");
    }

    public boolean isSure() {
        return confidence >= SURE;
    }

    public TimeRange time() {
        return new TimeRange(words.get(0).in(), words.get(words.size() - 1).out());
    }

    public String text() {
        return Writing.joined(words.stream().map(Word::text).toList());
    }
}
