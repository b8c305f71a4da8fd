package reelskill.skill;

import java.time.Duration;

/** The figures of the protocol that the manifest may change; the source of each default is protocol.md. */
public final class ManifestLimits {
    private ManifestLimits() {}

    /** Where the backends are. {@code standard} is {@code cloud} or {@code local}. */
    public record Backends(String standard, String apiUrl, String webUrl) {
        static Backends read(Section section) {
            Section cloud = section.section("cloud");
            return new Backends(section.text("default"), cloud.text("api_url"), cloud.text("web_url"));
        }
    }

    /** What may be uploaded. */
    public record Media(long maxUploadBytes) {
        static Media read(Section section) {
            return new Media(section.number("max_upload_bytes"));
        }
    }

    /** Known costs in credits; the backend alone decides what it really takes. */
    public record Credits(long session, long generatedClip, long export) {
        static Credits read(Section section) {
            return new Credits(section.number("session"), section.number("generated_clip"), section.number("export"));
        }
    }

    /** How long to wait for what (protocol.md, SSE events, Render and Envelopes). */
    public record Timings(
            Duration stillWorkingEvery,
            Duration heartbeatsOnlyLimit,
            Duration turnLimit,
            Duration recoveryFirstRead,
            Duration recoveryEvery,
            int recoveryReads,
            Duration renderPollEvery,
            Duration renderPollBudget) {
        static Timings read(Section section) {
            return new Timings(
                    section.seconds("still_working_every_seconds"),
                    section.seconds("heartbeats_only_limit_seconds"),
                    section.seconds("turn_limit_seconds"),
                    section.seconds("recovery_first_read_seconds"),
                    section.seconds("recovery_every_seconds"),
                    (int) section.number("recovery_reads"),
                    section.seconds("render_poll_every_seconds"),
                    section.seconds("render_poll_budget_seconds"));
        }
    }
}
