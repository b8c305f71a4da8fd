package reelskill.nemo;

import java.time.Duration;
import java.util.Optional;

/**
 * How a render is asked after: first after {@code first}, then ever more slowly up to {@code longest}; for {@code budget}.
 *
 * @param held how long the service is asked to keep an answer back until the render is over, in whole seconds; empty for
 *     a service that knows no such wish. One that does so is asked again at once
 */
public record PollPlan(Duration first, Duration longest, Duration budget, Optional<Duration> held) {
    /** Always after the same time, as for a cloud (protocol.md, Render). */
    public static PollPlan steady(Duration every, Duration budget) {
        return new PollPlan(every, every, budget, Optional.empty());
    }

    /** For a service on this machine, which renders on the processors that answer: for as long as a render may take. */
    public static PollPlan local() {
        Duration second = Duration.ofSeconds(1);
        return new PollPlan(Duration.ofMillis(100), second, Duration.ofHours(6), Optional.of(second));
    }

    /** Returns the same for as long as {@code patience}. */
    public PollPlan within(Duration patience) {
        return new PollPlan(first, longest, patience, held);
    }

    /** Returns how long from one question to the next: a small share of {@code spent}, the time since the first. */
    Duration after(Duration spent) {
        long millis = spent.toMillis() / 8;
        return Duration.ofMillis(Math.max(first.toMillis(), Math.min(longest.toMillis(), millis)));
    }
}
