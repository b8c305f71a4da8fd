package reelskill.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol revisions that this server speaks. */
final class Versions {
    static final String MODERN = "2026-07-28";
    static final String NEWEST_LEGACY = "2025-11-25";
    /** The only revision whose sessions may send batches. */
    static final String WITH_BATCHES = "2025-03-26";

    private static final List<String> LEGACY = List.of(NEWEST_LEGACY, "2025-06-18", WITH_BATCHES, "2024-11-05");

    private Versions() {}

    static boolean isLegacy(@Nullable String version) {
        return version != null && LEGACY.contains(version);
    }

    /** Returns what {@code initialize} answers: the asked version if it is spoken, else the newest that has a handshake. */
    static String negotiate(@Nullable String asked) {
        return asked != null && LEGACY.contains(asked) ? asked : NEWEST_LEGACY;
    }

    /** Returns all versions, newest first. */
    static ArrayNode all() {
        ArrayNode all = Json.array().add(MODERN);
        for (String version : LEGACY) all.add(version);
        return all;
    }
}
