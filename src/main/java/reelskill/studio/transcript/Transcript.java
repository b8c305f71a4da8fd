package reelskill.studio.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said in one media file, in the media's own time.
 *
 * @param origin who says that these are the words
 * @param phrases in order, apart
 * @param spoken how long somebody speaks, whether it was understood or not
 */
public record Transcript(Origin origin, List<Phrase> phrases, Duration spoken) {
    /** Of media in which nobody speaks. */
    public static final Transcript SILENCE = new Transcript(Origin.RECOGNIZED, List.of(), Duration.ZERO);

    /** Less than this share of the speech understood for sure, and it is another language, or too noisy. */
    private static final double LEAST_SURE = 0.6;

    /** Where words come from. */
    public enum Origin {
        /** Heard by the recognizer, which knows English only and leaves out what is no word, such as "um". */
        RECOGNIZED,
        /** From a file of the user's with times. */
        SUBTITLES,
        /** From a file of the user's without times. */
        TEXT
    }

    public Transcript {
        phrases = List.copyOf(phrases);
    }

    /** Returns whether the words can be shown to somebody: from a file, or recognized for the most part for sure. */
    public boolean isReliable() {
        return origin != Origin.RECOGNIZED || (!phrases.isEmpty() && sureShare() >= LEAST_SURE);
    }

    /** Returns how much of the speech was recognized for sure, 0 to 1; 1 where nobody speaks. */
    public double sureShare() {
        if (spoken.isZero()) return 1;
        long sure = phrases.stream()
                .filter(Phrase::isSure)
                .mapToLong(phrase -> phrase.time().duration().toMillis())
                .sum();
        return Math.min(1, (double) sure / spoken.toMillis());
    }

    public List<Word> words() {
        return phrases.stream().flatMap(phrase -> phrase.words().stream()).toList();
    }

    /** Returns the phrases joined or parted so that each is one sentence, as far as the words have punctuation. */
    public List<Phrase> sentences() {
        List<Phrase> sentences = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        double confidence = 1;
        for (Phrase phrase : phrases) {
            for (Word word : phrase.words()) {
                open.add(word);
                confidence = Math.min(confidence, phrase.confidence());
                if (!word.endsSentence()) continue;
                sentences.add(new Phrase(open, confidence));
                open.clear();
                confidence = 1;
            }
        }
        if (!open.isEmpty()) sentences.add(new Phrase(open, confidence));
        return sentences;
    }
}
