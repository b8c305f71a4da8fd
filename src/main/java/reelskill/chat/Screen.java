package reelskill.chat;

import java.util.Optional;

/** Where the conversation is seen and typed. Safe for use by many threads; one of them reads. */
interface Screen extends AutoCloseable {
    /** What {@link #progress} gets where nobody knows how far it is. */
    double UNKNOWN = -1;

    /**
     * Returns what the person typed, without the line end; empty if they are leaving.
     *
     * @throws java.util.concurrent.CancellationException if they took the line back with Ctrl-C
     */
    Optional<String> read();

    /** Asks something short; empty if nobody answers. The answer is not kept in the history. */
    Optional<String> ask(String question);

    /** Shows a passage; while a person types, above what they type. */
    void show(Passage passage);

    /** Shows a piece of a text that is still coming; {@link #show} or {@link #endText} ends it. */
    void stream(String piece);

    void endText();

    /** Shows how far something is, {@code share} from 0 to 1 or {@link #UNKNOWN}; what is shown next takes its place. */
    void progress(String words, double share);

    void endProgress();

    /** Runs the action when the person presses Ctrl-C while nothing is read, until closed. */
    Watch onInterrupt(Runnable action);

    @Override
    void close();

    /** Takes back what was registered. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
