package reelskill.studio.plan;

/**
 * One thing to do to a timeline, with all its numbers. Targets given in words ("the second clip", "the last 5 seconds")
 * are looked up when it is applied, so that it means the timeline which the operations before it left.
 */
public interface EditOperation {
    /** Returns what became of the timeline, and what is told about it. Changes nothing else. */
    EditResult apply(Scene scene);
}
