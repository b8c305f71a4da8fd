package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.language.Language;

/**
 * One piece of a track, read leniently: the names of its keys are not public, so several spellings are tried.
 *
 * @param id empty where the backend gives none
 * @param volume a share of the original, 1 where unknown
 */
record DraftSegment(
        String id, String name, boolean isText, long startMillis, long durationMillis, double volume, JsonNode json) {
    private static final List<String> NAMES =
            List.of("name", "text", "title", "content", "n", "filename", "file_name", "label");
    private static final List<String> STARTS = List.of("start", "s", "st", "start_time", "startTime", "start_ms");
    private static final List<String> DURATIONS = List.of("d", "duration", "duration_ms", "dur");
    private static final List<String> VOLUMES = List.of("volume", "v", "vol");

    /** The keys whose change has words of its own, or that only follow from another's. */
    static final Set<String> UNDERSTOOD = Stream.of(NAMES, STARTS, DURATIONS, VOLUMES, List.of("id", "in", "m"))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    static DraftSegment of(JsonNode node, long defaultStart, boolean isText) {
        return new DraftSegment(
                node.path("id").asText(""),
                first(node, NAMES).asText("untitled"),
                isText,
                first(node, STARTS).asLong(defaultStart),
                first(node, DURATIONS).asLong(0),
                first(node, VOLUMES).asDouble(1),
                node);
    }

    /** Returns the first of {@code keys} with a plain value, in the segment itself or in its metadata {@code m}. */
    private static JsonNode first(JsonNode node, List<String> keys) {
        return Stream.of(node, node.path("m"))
                .flatMap(place -> keys.stream().map(place::path))
                .filter(value -> value.isValueNode() && !value.isNull())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    long endMillis() {
        return startMillis + durationMillis;
    }

    boolean continuesAs(DraftSegment next) {
        return name.equals(next.name) && endMillis() == next.startMillis && volume == next.volume;
    }

    /** Returns the name as a person says it: words on the picture stand in quotes, in one line. */
    String spoken(Language language) {
        if (!isText) return name;
        return language.pick("\"", "“") + name.replaceAll("\\s*\\R\\s*", " ") + language.pick("\"", "”");
    }

    Optional<String> volumeNote(Language language) {
        return volume == 1 ? Optional.empty() : Optional.of(language.say("%d%%", "音量%d%%", Math.round(volume * 100)));
    }

    String quoted() {
        return "'" + name + "' " + times();
    }

    String times() {
        return "(" + Seconds.range(startMillis, endMillis(), Language.ENGLISH) + ")";
    }
}
