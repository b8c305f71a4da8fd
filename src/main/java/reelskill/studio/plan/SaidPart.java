package reelskill.studio.plan;

/** A part of a video, named by what is said in it. */
public sealed interface SaidPart {
    /**
     * Whole sentences.
     *
     * @param first counted from 1, from the end where negative
     * @param last included; counted like {@code first}
     */
    record Sentences(int first, int last) implements SaidPart {}

    /** The sentences in which these words are said. */
    record Containing(String words) implements SaidPart {}

    /** All that comes before these words. */
    record Before(String words) implements SaidPart {}

    /** All that comes after these words. */
    record After(String words) implements SaidPart {}
}
