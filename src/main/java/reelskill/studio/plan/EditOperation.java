package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing to do to a timeline, with all its numbers. Targets given in words ("the second clip", "the last 5 seconds")
 * are looked up when it is applied, so that it means the timeline which the operations before it left.
 */
public interface EditOperation {
    /** Returns what became of the timeline, and what is told about it. Changes nothing else. */
    EditResult apply(Scene scene);

    /** Returns the same done to {@code other} clips; empty where it is not done to clips. */
    default Optional<EditOperation> on(Target other) {
        return Optional.empty();
    }

    /** Returns the same with a change {@code factor} times as strong; empty where there is no more or less of it. */
    default Optional<EditOperation> scaled(double factor) {
        return Optional.empty();
    }

    /** Returns the same with what it makes {@code factor} times as large or loud; empty where that has no size. */
    default Optional<EditOperation> sized(double factor) {
        return Optional.empty();
    }

    /**
     * Returns what takes the thing away that it puts over the film or changes there, a text, music or a picture: "it" means that
     * thing in the next message. Empty where it is done to the film itself.
     */
    default Optional<EditOperation> removal() {
        return Optional.empty();
    }

    /** Returns the same with the thing beginning {@code at} another moment, or ending there if that is the end; empty where it has no time. */
    default Optional<EditOperation> beginning(Moment at) {
        return Optional.empty();
    }

    /** Returns the same for {@code length}; empty where it takes no time. */
    default Optional<EditOperation> lasting(Duration length) {
        return Optional.empty();
    }

    /** Returns the same in another colour, {@code 0xRRGGBB}; empty where it has none. */
    default Optional<EditOperation> coloured(int rgb) {
        return Optional.empty();
    }
}
