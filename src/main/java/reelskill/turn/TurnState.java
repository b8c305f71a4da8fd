package reelskill.turn;

import java.util.List;
import java.util.Optional;
import reelskill.turn.TurnEvent.Failed;

/**
 * Everything known about a turn so far. Pure: no clock, no thread, no HTTP. Takes constant memory beside the text.
 *
 * @param failures the first failures of the turn, at most 32
 */
public record TurnState(
        Phase phase,
        Transcript transcript,
        ToolLog tools,
        List<Failed> failures,
        Generation generation,
        Counts counts) {

    public TurnState {
        failures = List.copyOf(failures);
    }

    /** Returns the state of a turn that was just sent. */
    public static TurnState start() {
        return new TurnState(
                Phase.WAITING, Transcript.empty(), ToolLog.EMPTY, List.of(), Generation.NONE, new Counts(0, 0, 0));
    }

    /** Returns the state after {@code event}; this one stays as it is. */
    public TurnState after(TurnEvent event) {
        return event.match(new TurnStep(this));
    }

    /** Returns the answer as told, without an apology for a "temporary issue" after a normal answer. */
    public String text() {
        return TemporaryIssue.without(transcript.text());
    }

    /** Says whether the turn told nothing in words: read the state to know what it did (protocol.md, SSE events). */
    public boolean isSilent() {
        return transcript.isBlank();
    }

    /** Returns the failure that the turn ended with; empty when it went on to answer. */
    public Optional<Failed> failure() {
        return phase == Phase.FAILED ? Optional.of(failures.get(failures.size() - 1)) : Optional.empty();
    }
}
