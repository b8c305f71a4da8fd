package reelskill.skill;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who calls the API, sent with every call but the token call; without it export answers 402 (protocol.md, Headers).
 * Whatever was written in a skill file, no value can break out of its header.
 */
public record Attribution(String source, String version, String platform) {
    public Attribution {
        source = orUnknown(source);
        version = orUnknown(version);
        platform = orUnknown(platform);
    }

    /** Returns the three headers by name, in the order of the protocol. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Skill-Source", source);
        headers.put("X-Skill-Version", version);
        headers.put("X-Skill-Platform", platform);
        return headers;
    }

    private static String orUnknown(String value) {
        String safe = HeaderText.of(value);
        return safe.isEmpty() ? Platform.UNKNOWN.name() : safe;
    }
}
