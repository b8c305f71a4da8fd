package reelskill.session;

import java.util.List;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.draft.DraftChange;
import reelskill.nemo.Credits;

/**
 * What a message led to: data first, words second.
 *
 * @param said what the backend said, without its talk of screens; empty when it said nothing
 * @param changes what differs in the timeline, the proof of the edit
 * @param after the draft as it is now
 * @param credits the balance after the turn; empty where it was not asked
 * @param wantsExport whether the message asked for the file too
 */
public record Receipt(
        Outcome outcome,
        String said,
        List<DraftChange> changes,
        Draft after,
        Optional<Credits> credits,
        boolean wantsExport) {
    public Receipt {
        changes = List.copyOf(changes);
    }

    /** How a message ended. */
    public enum Outcome {
        /** The timeline is another than before. */
        CHANGED,
        /** The backend answered, and the timeline is as it was. */
        UNCHANGED,
        /** The connection broke and no change was seen in time: it may still come. */
        UNKNOWN
    }
}
