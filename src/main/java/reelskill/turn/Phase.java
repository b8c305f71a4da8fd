package reelskill.turn;

/** What a turn is doing right now, as far as its events tell. */
public enum Phase {
    /** Nothing has been told yet, or the tools have answered and the agent thinks. */
    WAITING,
    USING_TOOLS,
    ANSWERING,
    /** The last thing told was a failure. */
    FAILED
}
