package reelskill.studio.plan;

import java.util.List;

/** Puts a clause that the planner did not understand into sentences that it may understand. Safe for use by many threads. */
@FunctionalInterface
public interface Rewording {
    /** Returns sentences in the planner's words, the likeliest first; none where it has no idea. */
    List<String> of(String clause, Situation situation);
}
