package reelskill.nemo;

import java.time.Duration;

/** How a render is asked after: first after {@code first}, then ever more slowly up to {@code longest}, for {@code budget}. */
public record PollPlan(Duration first, Duration longest, Duration budget) {
    /** Always after the same time, as for a cloud (protocol.md, Render). */
    public static PollPlan steady(Duration every, Duration budget) {
        return new PollPlan(every, every, budget);
    }

    /** For a service on this machine, where a question costs a millisecond or two: for as long as a render may take. */
    public static PollPlan local() {
        return new PollPlan(Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofHours(6));
    }

    Duration after(Duration interval) {
        Duration grown = interval.multipliedBy(3).dividedBy(2);
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
