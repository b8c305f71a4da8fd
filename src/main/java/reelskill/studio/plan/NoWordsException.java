package reelskill.studio.plan;

/** There are no words to write down. The message says why and what to do, to a person, in their language. */
public final class NoWordsException extends RuntimeException {
    NoWordsException(String sentence) {
        super(sentence);
    }
}
