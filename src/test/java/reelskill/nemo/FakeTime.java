package reelskill.nemo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that a test sets, waits that are over at once, and ticks that come when told. Safe for use by many threads. */
public final class FakeTime extends Clock {
    public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    final List<Duration> slept = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;
    private volatile Runnable tick = () -> {};

    public Timing timing() {
        return new Timing(this, this::sleep, this::start, TurnLimits.standard());
    }

    /** Moves the clock and lets the ticks of that time happen at once. */
    public void pass(Duration time) {
        now = now.plus(time);
        tick.run();
    }

    /** Returns the seconds since the start. */
    public long seconds() {
        return Duration.between(START, now).toSeconds();
    }

    private void sleep(Duration time) {
        slept.add(time);
        now = now.plus(time);
    }

    private Ticks.Ticking start(Duration period, Runnable runnable) {
        tick = runnable;
        return () -> tick = () -> {};
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
