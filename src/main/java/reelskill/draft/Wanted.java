package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.ExportFormat;

/**
 * One of the files that the last words asked for.
 *
 * @param name tells it from the others, fit for a file's name; empty where there is one file only
 * @param draft what is sent to be rendered for it
 */
public record Wanted(String name, ExportFormat format, Draft draft) {
    private static final List<String> OUTPUT =
            List.of("format", "codec", "maxBytes", "still", "inscription", "from", "until", "sized", "takes");
    private static final List<String> META = List.of("width", "height", "loudness");

    /** Returns the files that {@code draft} names, in order; the one that it becomes where it names none. */
    static List<Wanted> of(Draft draft) {
        JsonNode releases = draft.json().path("m").path("output").path("releases");
        if (!releases.isArray() || releases.isEmpty()) return List.of(new Wanted("", draft.format(), draft));
        List<Wanted> wanted = new ArrayList<>();
        for (JsonNode release : releases) {
            Draft made = made(draft, release);
            String name = release.path("name").asText();
            boolean alone = releases.size() == 1 || !name.matches("[a-z0-9]{1,20}");
            wanted.add(new Wanted(alone ? "" : name, made.format(), made));
        }
        return List.copyOf(wanted);
    }

    /** Returns where the file goes if the one that there would be alone went to {@code target}. */
    public Path beside(Path target) {
        if (name.isEmpty()) return target;
        String stem = String.valueOf(target.getFileName()).replaceFirst("\\.[^.]*$", "");
        return target.resolveSibling(stem + "-" + name + "." + format.word());
    }

    private static Draft made(Draft draft, JsonNode release) {
        ObjectNode json = draft.json().deepCopy();
        ObjectNode meta = (ObjectNode) json.path("m");
        ObjectNode output = meta.putObject("output");
        for (String key : OUTPUT) if (release.has(key)) output.set(key, release.path(key));
        for (String key : META) if (release.has(key)) meta.set(key, release.path(key));
        return new Draft(json);
    }
}
