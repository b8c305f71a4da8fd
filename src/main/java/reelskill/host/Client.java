package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as it says itself: good for display and for {@code SKILL_SOURCE}, never for a decision about safety. Name and
 * version are {@code unknown} until the client has told them.
 */
public record Client(String name, String version, String protocolVersion, ObjectNode capabilities) {
    static final Client UNKNOWN = new Client("unknown", "unknown", Versions.NEWEST_LEGACY, Json.object());

    static Client of(String protocolVersion, @Nullable JsonNode info, @Nullable JsonNode capabilities) {
        String name = Json.textAt(info, "name");
        String version = Json.textAt(info, "version");
        return new Client(
                name == null ? UNKNOWN.name : name,
                version == null ? UNKNOWN.version : version,
                protocolVersion,
                capabilities instanceof ObjectNode declared ? declared : Json.object());
    }

    /** Returns true if the client declared the capability, such as {@code elicitation}. */
    public boolean declares(String capability) {
        return capabilities.hasNonNull(capability);
    }
}
