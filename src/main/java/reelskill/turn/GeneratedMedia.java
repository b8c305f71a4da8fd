package reelskill.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Recognises the answer of a tool that generated a clip. Tool names and answers are not public, so both must
 * agree: a name that speaks of generating, and an answer that holds an address (inferred from protocol.md, "Two-stage
 * generation").
 */
final class GeneratedMedia {
    private static final Pattern GENERATING = Pattern.compile(
            "generat|text_?to_?video|image_?to_?video|t2v|i2v|create_?(video|clip)", Pattern.CASE_INSENSITIVE);
    private static final int DEPTH = 6;

    private GeneratedMedia() {}

    static boolean isIn(String tool, JsonNode result) {
        return GENERATING.matcher(tool).find() && holdsAddress(result, DEPTH);
    }

    private static boolean holdsAddress(JsonNode node, int depth) {
        if (node.isTextual())
            return node.textValue().startsWith("https://") || node.textValue().startsWith("http://");
        if (depth == 0) return false;
        for (JsonNode child : node) {
            if (holdsAddress(child, depth - 1)) return true;
        }
        return false;
    }
}
