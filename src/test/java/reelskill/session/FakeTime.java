package reelskill.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import reelskill.nemo.Timing;
import reelskill.nemo.TurnLimits;

/** A clock that only waits move, and that waits for nothing. */
public final class FakeTime extends Clock {
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private volatile Instant now = START;

    Timing timing() {
        return new Timing(this, this::pass, (period, tick) -> () -> {}, TurnLimits.standard());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Returns the seconds since the start. */
    long seconds() {
        return Duration.between(START, now).toSeconds();
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
