package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What a running call may use of the client that made it. Safe for use by many threads. */
public interface CallContext {
    Client client();

    /**
     * Returns a key that is the same for all calls of one conversation and different for any other: one per stdio process,
     * one per HTTP session. Empty for a stateless HTTP call: there only the arguments tell what belongs together.
     */
    Optional<String> conversation();

    /**
     * Tells the client how far the call is, if it asked for that. Values that do not grow are raised a little, as the
     * protocol wants growth; between reports the host sends one of its own every five seconds.
     */
    void progress(double done, double total, String message);

    /** Sends a log message, if the offer declares logging and the client wants this level. */
    void log(LogLevel level, String logger, String text);

    /** Returns true once the client no longer waits. Stop waiting then; a paid job goes on. */
    boolean isCancelled();

    /** Runs the action once when the client stops waiting, at once if it already has; close to take it back. */
    Registration onCancel(Runnable action);

    /** Returns true if {@link #ask} may ask this: the client declared {@code elicitation}, {@code sampling} or {@code roots}. */
    boolean canAsk(String capability);

    /**
     * Asks the client and returns its answers under the same keys. Up to 2025-11-25 this waits for the answers. From
     * 2026-07-28 on it ends the call with {@link InputRequired} and the client calls again with its answers: <em>do nothing
     * before asking that must not happen twice</em>. Keys are unique within a tool.
     *
     * @throws HostException if the client did not declare what this needs
     */
    Map<String, ObjectNode> ask(Map<String, InputRequest> requests);

    /** Takes back what was registered. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
