package reelskill.turn;

import java.util.ArrayList;
import java.util.List;
import reelskill.turn.TurnEvent.Failed;
import reelskill.turn.TurnEvent.Heartbeat;
import reelskill.turn.TurnEvent.Quiet;
import reelskill.turn.TurnEvent.StateChanged;
import reelskill.turn.TurnEvent.TextDelta;
import reelskill.turn.TurnEvent.Thought;
import reelskill.turn.TurnEvent.ToolCalled;
import reelskill.turn.TurnEvent.ToolFinished;
import reelskill.turn.TurnEvent.Unrecognized;

/** What each kind of event does to the state of a turn. */
record TurnStep(TurnState before) implements TurnEvent.Cases<TurnState> {
    private static final int MOST_FAILURES = 32;

    @Override
    public TurnState textDelta(TextDelta event) {
        return with(Phase.ANSWERING, before.transcript().plus(event.text()), before.tools(), before.generation());
    }

    @Override
    public TurnState toolCalled(ToolCalled event) {
        boolean clipIsThere = before.generation() == Generation.RAW_CLIP;
        Generation generation = clipIsThere ? Generation.FINISHING : before.generation();
        return with(Phase.USING_TOOLS, before.transcript(), before.tools().called(event), generation);
    }

    @Override
    public TurnState toolFinished(ToolFinished event) {
        boolean first = before.generation() == Generation.NONE && event.bringsMedia();
        ToolLog tools = before.tools().finished(event);
        Phase phase = tools.open().isEmpty() ? Phase.WAITING : Phase.USING_TOOLS;
        return with(phase, before.transcript(), tools, first ? Generation.RAW_CLIP : before.generation());
    }

    @Override
    public TurnState failed(Failed event) {
        boolean answered = !before.transcript().isBlank();
        if (answered && TemporaryIssue.isIn(event.message()))
            return counted(before.counts().event());
        List<Failed> failures = new ArrayList<>(before.failures());
        if (failures.size() == MOST_FAILURES) failures.remove(MOST_FAILURES - 1);
        failures.add(event);
        return new TurnState(
                Phase.FAILED,
                before.transcript(),
                before.tools(),
                failures,
                before.generation(),
                before.counts().event());
    }

    @Override
    public TurnState thought(Thought event) {
        return counted(before.counts().event());
    }

    @Override
    public TurnState stateChanged(StateChanged event) {
        return counted(before.counts().event());
    }

    @Override
    public TurnState quiet(Quiet event) {
        return counted(before.counts().event());
    }

    @Override
    public TurnState heartbeat(Heartbeat event) {
        return counted(before.counts().heartbeat());
    }

    @Override
    public TurnState unrecognized(Unrecognized event) {
        return counted(before.counts().stranger());
    }

    private TurnState with(Phase phase, Transcript transcript, ToolLog tools, Generation generation) {
        return new TurnState(
                phase,
                transcript,
                tools,
                before.failures(),
                generation,
                before.counts().event());
    }

    private TurnState counted(Counts counts) {
        return new TurnState(
                before.phase(), before.transcript(), before.tools(), before.failures(), before.generation(), counts);
    }
}
