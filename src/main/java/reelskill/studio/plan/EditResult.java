package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.timeline.Timeline;

/**
 * What became of a timeline.
 *
 * @param done what was done, in exact words and figures, in the conversation's language
 * @param notDone what was asked for and not done, each with its reason
 */
public record EditResult(Timeline after, List<String> done, List<String> notDone) {
    public EditResult {
        done = List.copyOf(done);
        notDone = List.copyOf(notDone);
    }

    /** Returns a result of which there is nothing to tell. */
    static EditResult nothing(Timeline timeline) {
        return new EditResult(timeline, List.of(), List.of());
    }

    static EditResult done(Timeline after, String sentence) {
        return new EditResult(after, List.of(sentence), List.of());
    }

    static EditResult unchanged(Timeline timeline, String reason) {
        return new EditResult(timeline, List.of(), List.of(reason));
    }

    /** Returns this result with one more sentence about what could not be done. */
    EditResult but(String reason) {
        return but(List.of(reason));
    }

    EditResult but(List<String> reasons) {
        return new EditResult(after, done, join(notDone, reasons));
    }

    EditResult then(EditResult next) {
        return new EditResult(next.after, join(done, next.done), join(notDone, next.notDone));
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
