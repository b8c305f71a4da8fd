package reelskill.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes an answer's data as text, every fact of it: some hosts show a model the text alone, others the data. */
final class Facts {
    private Facts() {}

    /** Returns the message first, then one {@code name: value} a line; a text of several lines is indented under its name. */
    static String of(ObjectNode answer) {
        StringBuilder text = new StringBuilder(answer.path("message").asText());
        members(answer, "", text);
        return text.toString();
    }

    private static void members(JsonNode object, String indent, StringBuilder text) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            boolean told = indent.isEmpty() && member.getKey().equals("message");
            if (!told) entry(member.getKey() + ":", member.getValue(), indent, text);
        }
    }

    private static void entry(String name, JsonNode value, String indent, StringBuilder text) {
        text.append('\n').append(indent).append(name);
        String deeper = indent + "  ";
        if (value.isObject()) {
            members(value, deeper, text);
        } else if (value.isArray()) {
            for (JsonNode element : value) entry("-", element, deeper, text);
        } else {
            // Indented, so that a text of others cannot pass for a fact of ours.
            text.append(' ').append(value.asText().replace("\n", "\n" + deeper + "| "));
        }
    }
}
