package reelskill.tools;

import java.util.Optional;

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

    /** Shows how far the work is, from 0 to 1, in words for a person. */
    void progress(double share, String words);

    /** Runs the action once when nobody waits any more, at once if that is so already; close to take it back. */
    Registration onGone(Runnable action);

    /** Takes back what was registered. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
