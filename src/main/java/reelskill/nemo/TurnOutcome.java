package reelskill.nemo;

/** How the wait for a turn ended. */
public enum TurnOutcome {
    /** The stream was closed in good order. There is no other sign of an end. */
    COMPLETED,
    /** The connection broke: what was done is unknown. Read the state; never send the message again. */
    DISCONNECTED,
    /** We stopped waiting: too long in all, or too long with nothing but heartbeats. It may still be running. */
    TIMED_OUT,
    /** The caller canceled. It may still be running. */
    CANCELED,
    /** The service refused, or said in the stream that it failed; what ran before that is in the state. */
    FAILED
}
