package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of a session's timeline, as the service keeps it.
 *
 * @param number counts from 1
 * @param names what its person called it
 * @param sentence what was said or done that made it
 * @param timeline what is on it, in words
 */
public record SessionVersion(
        String id,
        int number,
        List<String> names,
        String sentence,
        String timeline,
        long durationMillis,
        boolean current) {
    public SessionVersion {
        names = List.copyOf(names);
    }

    static SessionVersion read(JsonNode version) {
        List<String> names = new ArrayList<>();
        version.path("names").forEach(name -> names.add(name.asText()));
        return new SessionVersion(
                version.path("id").asText(),
                version.path("number").asInt(),
                names,
                version.path("sentence").asText(),
                version.path("timeline").asText(),
                version.path("duration_ms").asLong(),
                version.path("current").asBoolean());
    }
}
