package reelskill.nemo;

import java.time.Duration;

/**
 * How long a turn may be silent before the user is told, may bring nothing but heartbeats, and may take in all
 * (protocol.md, SSE events, Timers).
 */
public record TurnLimits(Duration notice, Duration idle, Duration whole) {
    public static TurnLimits standard() {
        return new TurnLimits(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(15));
    }
}
