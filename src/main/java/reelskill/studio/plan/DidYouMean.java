package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.language.Language;

/**
 * What to answer where a part of a message was not understood: a question, if it is clear what was probably meant and it can
 * be done here; else that it was not understood, with examples of what is near it. Does nothing itself. Safe for many threads.
 */
public final class DidYouMean {
    /** Below it, of what is asked about, more was wrong than right on sentences that nobody had tuned for. */
    private static final double CLEAR = 0.6;

    /** What is as like as this may as well have been meant. */
    private static final double TIE = 0.03;

    private static final double NEAR = 0.45;
    private static final int MOST = 2;
    private static final int TRIED = 8;

    private final Planner planner;
    private final Likeness likeness;

    DidYouMean(Planner planner, Likeness likeness) {
        this.planner = planner;
        this.likeness = likeness;
    }

    /**
     * Returns what to ask about the first part that {@code plan} did not understand and of which it is clear; empty where it is
     * of none. What the plan does already is not asked about.
     *
     * @param after what there is when the plan is done
     */
    public Optional<Offer> offer(EditPlan plan, Situation after, Supplies supplies) {
        DryRun trial = new DryRun(planner, after, supplies);
        return plan.notUnderstood().stream()
                .flatMap(part -> offer(part, after, trial).stream())
                .filter(offer -> offer.sentences().stream().noneMatch(sentence -> isDone(sentence, plan, trial)))
                .findFirst();
    }

    private static boolean isDone(String sentence, EditPlan plan, DryRun trial) {
        return trial.of(sentence)
                .filter(offered ->
                        !offered.operations().isEmpty() && plan.operations().containsAll(offered.operations()))
                .isPresent();
    }

    private Optional<Offer> offer(String part, Situation situation, DryRun trial) {
        List<Likeness.Near> near = likeness.candidates(part, situation.library(), situation.language()).stream()
                .filter(it -> it.likeness() >= CLEAR)
                .limit(TRIED)
                .toList();
        List<String> sentences = new ArrayList<>();
        List<EditPlan> plans = new ArrayList<>();
        double best = near.isEmpty() ? 0 : near.get(0).likeness();
        for (Likeness.Near candidate : near) {
            if (candidate.likeness() < best - TIE || sentences.size() == MOST) break;
            Optional<EditPlan> plan = trial.of(candidate.sentence()).filter(it -> !plans.contains(it));
            if (plan.isEmpty()) continue;
            plans.add(plan.get());
            sentences.add(candidate.sentence());
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(new Offer(sentences));
    }

    /** Returns at most {@value #MOST} sentences of the planner's that have something in common with {@code parts}. */
    public List<String> examples(List<String> parts, Situation situation) {
        Language language = situation.language();
        return parts.stream()
                .flatMap(part -> likeness.nearest(part, situation.library(), language).stream())
                .filter(near -> near.likeness() >= NEAR)
                .map(Likeness.Near::sentence)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
