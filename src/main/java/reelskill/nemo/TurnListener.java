package reelskill.nemo;

import java.time.Duration;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnState;

/** Hears a turn while it runs. No two calls overlap; an exception ends the turn and reaches its caller. */
public interface TurnListener {
    /** Called on the turn's thread, in the order of the stream. */
    default void onEvent(TurnEvent event, TurnState after) {}

    /** Called on another thread after each stretch of silence, heartbeats included; {@code silence} is its length so far. */
    default void onStillWorking(Duration silence) {}
}
