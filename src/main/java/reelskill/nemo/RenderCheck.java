package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a studio found when it looked over a finished render.
 *
 * @param loudnessBefore of the footage, in LUFS
 * @param loudness of the result, in LUFS
 * @param peak in dBTP
 * @param heardMillis how much of the sound was listened to; empty where the studio does not say
 * @param seenMillis how much of the picture was looked at
 */
public record RenderCheck(
        List<Finding> findings,
        Optional<BigDecimal> loudnessBefore,
        Optional<BigDecimal> loudness,
        Optional<BigDecimal> peak,
        Optional<Long> pictureMillis,
        Optional<Long> soundMillis,
        Optional<Long> heardMillis,
        long seenMillis) {
    public RenderCheck {
        findings = List.copyOf(findings);
    }

    /** Something to look at, like {@code black} or {@code clipped_word}. */
    public record Finding(String kind, long fromMillis, long toMillis, String words) {}

    static RenderCheck read(JsonNode data) {
        List<Finding> findings = new ArrayList<>();
        data.path("findings")
                .forEach(finding -> findings.add(new Finding(
                        finding.path("kind").asText(),
                        finding.path("from_ms").asLong(),
                        finding.path("to_ms").asLong(),
                        finding.path("words").asText())));
        return new RenderCheck(
                findings,
                Json.number(data, "loudness_before_lufs"),
                Json.number(data, "loudness_lufs"),
                Json.number(data, "peak_dbtp"),
                Json.number(data, "picture_ms").map(BigDecimal::longValue),
                Json.number(data, "sound_ms").map(BigDecimal::longValue),
                Json.number(data, "heard_ms").map(BigDecimal::longValue),
                data.path("seen_ms").asLong());
    }
}
