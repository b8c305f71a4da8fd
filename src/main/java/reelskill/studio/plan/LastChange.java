package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/**
 * What was done last, so that "a little more" and "no, the other clip" can mean it.
 *
 * @param before the timeline to which the operations were applied
 */
public record LastChange(Timeline before, List<EditOperation> operations) {
    /** Returns what {@code plan} did to {@code before}: what was only looked at counts as done. */
    public static LastChange of(Timeline before, EditPlan plan) {
        List<EditOperation> done = plan.operations().stream()
                .map(operation -> operation instanceof Trial trial ? trial.operation() : operation)
                .toList();
        boolean corrects = done.size() == 1 && done.get(0) instanceof Instead;
        return corrects ? ((Instead) done.get(0)).change() : new LastChange(before, done);
    }

    /** A whole timeline is too much for a log. */
    @Override
    public String toString() {
        return operations.toString();
    }
}
