package reelskill.studio.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import reelskill.studio.plan.Rewording;
import reelskill.studio.store.IdSource;

/**
 * How a studio runs.
 *
 * @param data the folder that holds everything the studio remembers; shared by all studios of one person
 * @param cache the folder of what can be made again: the unpacked ffmpeg, analyses, decoded sound
 * @param ffmpeg a program or folder to use in place of the embedded ffmpeg
 * @param port on 127.0.0.1; 0 for any free one
 * @param policy what clients may do and what it costs
 * @param heartbeat how often a turn that runs gives a sign of life
 * @param rewording what is asked about words that the planner does not understand, before their person is; mostly nobody
 * @param lease how long a render stays with a process that gives no sign of life
 */
public record StudioSettings(
        Path data,
        Path cache,
        Optional<Path> ffmpeg,
        int port,
        Policy policy,
        Duration lease,
        Duration heartbeat,
        Clock clock,
        IdSource ids,
        Optional<Rewording> rewording) {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** Returns the settings of a person's own studio. */
    public static StudioSettings of(Path data, Path cache) {
        return new StudioSettings(
                data,
                cache,
                Optional.empty(),
                0,
                Policy.OWN_MACHINE,
                LEASE,
                HEARTBEAT,
                Clock.systemUTC(),
                IdSource.secure(),
                Optional.empty());
    }

    public StudioSettings withFfmpeg(Optional<Path> newFfmpeg) {
        return new StudioSettings(data, cache, newFfmpeg, port, policy, lease, heartbeat, clock, ids, rewording);
    }

    public StudioSettings withPort(int newPort) {
        return new StudioSettings(data, cache, ffmpeg, newPort, policy, lease, heartbeat, clock, ids, rewording);
    }

    public StudioSettings withPolicy(Policy newPolicy) {
        return new StudioSettings(data, cache, ffmpeg, port, newPolicy, lease, heartbeat, clock, ids, rewording);
    }

    public StudioSettings withTiming(Clock newClock, Duration newLease, Duration newHeartbeat) {
        return new StudioSettings(data, cache, ffmpeg, port, policy, newLease, newHeartbeat, newClock, ids, rewording);
    }

    public StudioSettings withRewording(Optional<Rewording> newRewording) {
        return new StudioSettings(data, cache, ffmpeg, port, policy, lease, heartbeat, clock, ids, newRewording);
    }

    /**
     * What clients may do and what it costs.
     *
     * @param tokensPerClient how many anonymous tokens one client id gets in seven days (protocol.md, 429)
     * @param welcomeCredits what a new account starts with
     * @param turnPrice credits for a turn that changes the draft; 0 on one's own machine
     * @param privateAddresses whether uploads by URL may come from this machine and its private networks
     */
    public record Policy(int tokensPerClient, long welcomeCredits, long turnPrice, boolean privateAddresses) {
        /** Nobody is kept out of their own studio by a lost token, and nothing costs. */
        public static final Policy OWN_MACHINE = new Policy(1000, 100, 0, false);
    }
}
