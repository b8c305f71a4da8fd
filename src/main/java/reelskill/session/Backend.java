package reelskill.session;

import java.time.Duration;
import java.util.Optional;
import reelskill.nemo.NemoClient;
import reelskill.nemo.PollPlan;
import reelskill.nemo.Timing;
import reelskill.skill.ManifestLimits;

/**
 * The service that a conversation speaks to, and how it is waited for.
 *
 * @param name {@code cloud} or {@code local}; sessions of one are unknown to the other
 * @param adviser the language model that a studio on this machine asks about words it does not understand; mostly none
 */
public record Backend(String name, NemoClient client, Timing timing, Pace pace, Optional<String> adviser) {
    private static final String LOCAL = "local";

    /** Returns whether turns cost credits: on one's own machine they do not. */
    public boolean isPaid() {
        return !name.equals(LOCAL);
    }

    /** Returns whether it keeps every version of a timeline: the studio does, and the cloud keeps the last one. */
    public boolean keepsVersions() {
        return name.equals(LOCAL);
    }

    /**
     * How the backend is asked after (protocol.md, SSE events and Render).
     *
     * @param renders how a render is polled
     * @param recoveryFirst after a broken turn, how long to wait before the state is read
     * @param recoveryEvery how long between the further reads
     * @param recoveryReads how many reads in all
     * @param settle how long a state must stay as it is to count as settled after a silent edit; zero where it is settled
     *     when the turn ends
     */
    public record Pace(
            PollPlan renders, Duration recoveryFirst, Duration recoveryEvery, int recoveryReads, Duration settle) {
        /** The schedule that the manifest states, which is the documents' unless somebody changed it. */
        public static Pace cloud(ManifestLimits.Timings stated) {
            return new Pace(
                    PollPlan.steady(stated.renderPollEvery(), stated.renderPollBudget()),
                    stated.recoveryFirstRead(),
                    stated.recoveryEvery(),
                    stated.recoveryReads(),
                    Duration.ofSeconds(2));
        }

        /** For a service on this machine, whose turns end when they say so. */
        public static Pace local() {
            return new Pace(PollPlan.local(), Duration.ofSeconds(1), Duration.ofSeconds(5), 5, Duration.ZERO);
        }
    }
}
