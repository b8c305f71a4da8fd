package reelskill.studio.plan;

/** There are no words to write down. */
public final class NoWordsException extends RuntimeException {
    private final String sentence;

    NoWordsException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Returns why, and what to do, to a person in their language. */
    public String sentence() {
        return sentence;
    }
}
