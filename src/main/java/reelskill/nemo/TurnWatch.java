package reelskill.nemo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells when a silent turn deserves a word and when its wait is over. Safe for use by many threads. */
final class TurnWatch {
    private final TurnLimits limits;
    private final Clock clock;
    private final Instant begin;
    private Instant heard;
    private Instant noticed;

    TurnWatch(TurnLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.begin = clock.instant();
        this.heard = begin;
        this.noticed = begin;
    }

    /** Notes an event that is no heartbeat. */
    synchronized void heard() {
        heard = clock.instant();
        noticed = heard;
    }

    synchronized Duration silence() {
        return Duration.between(heard, clock.instant());
    }

    synchronized boolean isOver() {
        Duration whole = Duration.between(begin, clock.instant());
        return silence().compareTo(limits.idle()) >= 0 || whole.compareTo(limits.whole()) >= 0;
    }

    /** Returns true once for each stretch of silence. */
    synchronized boolean takeNotice() {
        boolean due = Duration.between(noticed, clock.instant()).compareTo(limits.notice()) >= 0;
        if (due) noticed = clock.instant();
        return due;
    }
}
