package reelskill.nemo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Polls one render until it is over or the plan's budget is spent. */
final class RenderWait {
    private static final String OPERATION = "waiting for the render";
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Timing timing;
    private final PollPlan plan;
    private final CancelSignal signal;
    private final Instant end;

    RenderWait(Timing timing, PollPlan plan, CancelSignal signal) {
        this.timing = timing;
        this.plan = plan;
        this.signal = signal;
        this.end = now().plus(plan.budget());
    }

    /** Returns the job as last seen: final, or not yet when the budget is spent. */
    RenderJob run(RenderJob known, Supplier<RenderJob> poll, Consumer<RenderJob> seen) {
        RenderJob job = known;
        for (Instant asked = now(); asked.isBefore(end); asked = now()) {
            Duration wait = plan.after(plan.budget().minus(left(end)));
            try {
                job = poll.get();
                seen.accept(job);
                if (job.isFinal()) return job;
                // An answer that was kept back was waited for already.
                wait = wait.minus(Duration.between(asked, now()));
            } catch (ServiceException | TransportException e) {
                // The render goes on whatever happens to the question: ask again for the same id.
                if (!e.isRetryable()) throw e;
                if (e instanceof ServiceException refused)
                    wait = longer(wait, refused.retryAfter().orElse(Duration.ZERO));
            }
            sleep(wait);
        }
        return job;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Sleeps in slices, so that a cancel is heard soon, and never past the budget. */
    private void sleep(Duration time) {
        Instant wake = now().plus(time);
        Instant until = wake.isBefore(end) ? wake : end;
        for (Duration left = left(until); !left.isNegative() && !left.isZero(); left = left(until)) {
            if (signal.isCanceled()) throw new CanceledException(OPERATION);
            timing.sleep(left.compareTo(SLICE) > 0 ? SLICE : left, OPERATION);
        }
    }

    private Duration left(Instant until) {
        return Duration.between(now(), until);
    }

    private Instant now() {
        return timing.clock().instant();
    }
}
