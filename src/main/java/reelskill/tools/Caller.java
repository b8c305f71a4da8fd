package reelskill.tools;

import java.time.Duration;
import java.util.Optional;
import reelskill.language.Language;

/** Who waits for a tool's answer. Implementations are safe for use by many threads. */
public interface Caller {
    /** The key under which a host passes the caller in {@code InvocationParameters}. */
    String KEY = "reelskill.caller";

    /** A program that waits as long as it takes and looks at no progress. */
    Caller PROGRAM = new Caller() {
        @Override
        public Optional<String> clientName() {
            return Optional.empty();
        }

        @Override
        public void progress(double share, String words) {
            // Nobody watches.
        }

        @Override
        public Registration onGone(Runnable action) {
            return () -> {};
        }
    };

    /** Returns what the client calls itself, to know the host; empty for a program. */
    Optional<String> clientName();

    /** Returns how long it waits for what is looked at; empty if as long as it takes. */
    default Optional<Duration> patience() {
        return Optional.empty();
    }

    /** Shows how far the work is, from 0 to 1, in words for a person. */
    void progress(double share, String words);

    /** Returns whether {@link #agrees} reaches a person. */
    default boolean canAsk() {
        return false;
    }

    /**
     * Asks the person a question and returns true only if they said yes. It may end the call, to be made again with the
     * answer: nothing that must not happen twice may have been done before.
     *
     * @throws java.util.concurrent.CancellationException if nobody waits any more
     */
    default boolean agrees(String question, Language language) {
        return false;
    }

    /** Runs the action once when nobody waits any more, at once if that is so already; close to take it back. */
    Registration onGone(Runnable action);

    /** Takes back what was registered. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
