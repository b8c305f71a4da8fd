package reelskill.nemo;

import java.util.Optional;
import reelskill.turn.TurnState;

/**
 * A turn at its end.
 *
 * @param cause why it did not complete, with its sentence; empty when it did
 */
public record TurnResult(TurnOutcome outcome, TurnState state, Optional<NemoException> cause) {
    /** Says whether the turn certainly changed nothing, so that sending it again cannot charge twice. */
    public boolean neverRan() {
        return outcome == TurnOutcome.FAILED && state.counts().events() == 0;
    }
}
