package reelskill.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Reads a field by any of its spellings: the two families of agent servers differ in case only. */
final class Field {
    private Field() {}

    /** Returns the first of {@code names} that is there and not null; else a missing node. */
    static JsonNode of(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (!value.isMissingNode() && !value.isNull()) return value;
        }
        return MissingNode.getInstance();
    }

    /** Returns a text or a number as it was written; an object or array as JSON; nothing as the empty string. */
    static String text(JsonNode node, String... names) {
        JsonNode value = of(node, names);
        return value.isValueNode() || value.isMissingNode() ? value.asText("") : value.toString();
    }
}
