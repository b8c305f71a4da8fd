package reelskill.studio.plan;

/**
 * What must be asked before anything can be done.
 *
 * @param words the question, in the conversation's language, with an example of an answer
 * @param completion the sentence that the answer completes, with <code>{}</code> where it goes; the sentence alone where
 *     the answer would have to be a new instruction
 */
public record Question(String words, String completion) {
    /** Where the answer goes in {@link #completion}. */
    public static final String BLANK = "{}";
}
