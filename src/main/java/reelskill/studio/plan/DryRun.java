package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.Timeline;

/** Tries sentences on a timeline and keeps nothing of it. */
record DryRun(Planner planner, Situation situation, Supplies supplies) {
    /** Returns the plan of {@code sentence}, if the planner understands all of it and it would do something here. */
    Optional<EditPlan> of(String sentence) {
        EditPlan plan = planner.plan(sentence, situation.now(), situation.library(), situation.past());
        boolean whole = plan.questions().isEmpty()
                && plan.notUnderstood().isEmpty()
                && plan.notAvailable().isEmpty()
                && plan.versions().isEmpty();
        return whole && doesSomething(plan) ? Optional.of(plan) : Optional.empty();
    }

    private boolean doesSomething(EditPlan plan) {
        if (plan.history() != 0)
            return plan.history() < 0 && situation.past().last().get().isPresent();
        if (situation.now().duration() == 0) return false;
        return plan.operations().isEmpty() ? plan.wantsExport() : changes(plan);
    }

    /** Returns what there is after {@code plan}; as it is now where that depends on what is in the media. */
    Timeline after(EditPlan plan) {
        try {
            return plan.apply(situation.now(), new Glance(supplies)).after();
        } catch (Glance.LookNeeded e) {
            return situation.now();
        }
    }

    private boolean changes(EditPlan plan) {
        try {
            EditResult result = plan.apply(situation.now(), new Glance(supplies));
            return result.notDone().isEmpty() && !result.after().equals(situation.now());
        } catch (Glance.LookNeeded e) {
            return true;
        }
    }
}
