package reelskill.turn;

/** How many events a turn had: all of them, the heartbeats among them, and those of no known kind. */
public record Counts(long events, long heartbeats, long unrecognized) {
    Counts event() {
        return new Counts(events + 1, heartbeats, unrecognized);
    }

    Counts heartbeat() {
        return new Counts(events + 1, heartbeats + 1, unrecognized);
    }

    Counts stranger() {
        return new Counts(events + 1, heartbeats, unrecognized + 1);
    }
}
