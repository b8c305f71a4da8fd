package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The way back to the client for one request, or for a whole conversation. */
interface Channel {
    /** Sends one message whole; what cannot be delivered any more is dropped. Safe for many threads. */
    void send(ObjectNode message);

    /** Closes what can be closed of it. */
    default void end() {}
}
