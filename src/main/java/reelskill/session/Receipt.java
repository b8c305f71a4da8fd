package reelskill.session;

import java.util.List;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.draft.DraftChange;
import reelskill.nemo.Credits;

/**
 * What a message led to: data first, words second. The words are in the language of the conversation.
 *
 * @param said what the backend said, without its talk of screens; empty when it said nothing
 * @param told what the backend's tools said of it
 * @param changes what differs in the timeline, the proof of the edit
 * @param before the draft as it was
 * @param after the draft as it is now
 * @param showsTimeline whether the backend wants the timeline seen
 * @param wantsExport whether the file was asked for too, and there is something to export
 * @param bill what it cost
 * @param notes what a person has to know beside what was said: what is uncertain, untrue or still to come, and the cost
 * @param nextSteps what can be done now, the likeliest first
 */
public record Receipt(
        Outcome outcome,
        String said,
        Told told,
        List<DraftChange> changes,
        Draft before,
        Draft after,
        boolean showsTimeline,
        boolean wantsExport,
        Bill bill,
        List<String> notes,
        List<String> nextSteps) {
    public Receipt {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
        nextSteps = List.copyOf(nextSteps);
    }

    /** Returns whether all that was asked for was there before: a file of it is then what was asked for. */
    public boolean isFulfilled() {
        return outcome == Outcome.UNCHANGED && told.isWhole();
    }

    /** Returns the balance after the turn; empty where it was not asked. */
    public Optional<Credits> credits() {
        return bill.balance();
    }

    /** How a message ended. */
    public enum Outcome {
        /** The timeline is another than before. */
        CHANGED,
        /** The backend answered, and the timeline is as it was. */
        UNCHANGED,
        /** What was asked about the versions, the timeline or what is said was answered; that changes nothing. */
        ANSWERED,
        /** The connection broke and no change was seen in time: it may still come. */
        UNKNOWN
    }
}
