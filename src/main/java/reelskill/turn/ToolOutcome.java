package reelskill.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** What a tool's answer says of itself; tools of this family answer {@code {"status":"error","message":…}}. */
final class ToolOutcome {
    private static final Set<String> BAD = Set.of("error", "failed", "failure");

    private ToolOutcome() {}

    static boolean isFailure(JsonNode result) {
        JsonNode success = result.path("success");
        return BAD.contains(result.path("status").asText().toLowerCase(Locale.ROOT))
                || (success.isBoolean() && !success.booleanValue())
                || result.hasNonNull("error");
    }
}
