package reelskill.nemo;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How a render is asked after: first after {@code first}, then ever more slowly up to {@code longest}, and more often again
 * where it tells that it is nearly done; for {@code budget}.
 */
public record PollPlan(Duration first, Duration longest, Duration budget) {
    /** Always after the same time, as for a cloud (protocol.md, Render). */
    public static PollPlan steady(Duration every, Duration budget) {
        return new PollPlan(every, every, budget);
    }

    /** For a service on this machine, which renders on the processors that answer: for as long as a render may take. */
    public static PollPlan local() {
        return new PollPlan(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofHours(6));
    }

    /**
     * Returns how long to wait for the next question: a small share of what the render has taken and may take yet.
     *
     * @param spent since the first question
     * @param progress of the render, from 0 to 1, where it is known
     */
    Duration after(Duration spent, OptionalDouble progress) {
        double done = progress.orElse(0);
        long left = done > 0 ? Math.round(spent.toMillis() * (1 - done) / done) : Long.MAX_VALUE;
        long millis = Math.min(spent.toMillis() / 8, left / 4);
        return Duration.ofMillis(Math.max(first.toMillis(), Math.min(longest.toMillis(), millis)));
    }
}
