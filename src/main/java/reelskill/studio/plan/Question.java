package reelskill.studio.plan;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be asked before anything can be done.
 *
 * @param words the question, in the conversation's language, with an example of an answer
 * @param completion the sentence that the answer completes, with <code>{}</code> where it goes, or several with {@link #OR}
 *     between them; the sentence alone where the answer would have to be a new instruction
 */
public record Question(String words, String completion) {
    /** Where the answer goes in {@link #completion}. */
    public static final String BLANK = "{}";

    /** Where the words go that led to the question, so that no clip they name is lost. */
    static final String SAID = "{said}";

    /** Between two sentences of which the answer completes the first that can be understood. */
    static final String OR = "\u001e";

    /** The same words in both languages, and then the answer. */
    static final String SAID_AND_BLANK = SAID + " " + BLANK;

    private static final Pattern ENDS = Pattern.compile("[\\s.?!。？！]+$");

    /** Returns this with a completion that is all of {@code message}, of which the words between the places led to it. */
    Question within(String message, int from, int to) {
        String said = ENDS.matcher(message.substring(from, to)).replaceFirst("");
        return new Question(
                words,
                completions()
                        .map(one -> message.substring(0, from) + one.replace(SAID, said) + message.substring(to))
                        .collect(Collectors.joining(OR)));
    }

    /** Returns the sentences that an answer may complete, the likeliest first. */
    Stream<String> completions() {
        return Stream.of(completion.split(OR, -1));
    }
}
