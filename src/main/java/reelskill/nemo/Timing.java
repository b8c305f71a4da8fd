package reelskill.nemo;

import java.time.Clock;
import java.time.Duration;

/** All that the client knows of time, so that tests wait for nothing. */
public record Timing(Clock clock, Sleeper sleeper, Ticks ticks, TurnLimits limits) {
    public static Timing real(TurnLimits limits) {
        return new Timing(Clock.systemUTC(), time -> Thread.sleep(time.toMillis()), Ticks.ofThread(), limits);
    }

    /** Waits; {@code operation} is what is told when the thread is interrupted. */
    public void sleep(Duration time, String operation) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CanceledException(operation, e);
        }
    }
}
