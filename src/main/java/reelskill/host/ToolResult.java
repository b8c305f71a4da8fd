package reelskill.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gives back. Hosts show a model either the content or the structured part (hosts.md, item 12): put the same
 * facts into both, and leave {@code structured} out where there is an image.
 */
public record ToolResult(List<Content> content, @Nullable ObjectNode structured, boolean isError) {
    public ToolResult {
        content = List.copyOf(content);
    }

    public static ToolResult of(Content... content) {
        return new ToolResult(List.of(content), null, false);
    }

    /** Returns a result whose text says in words what {@code structured} says in data. */
    public static ToolResult of(String text, ObjectNode structured) {
        return new ToolResult(List.of(new Content.Text(text)), structured, false);
    }

    /** Returns a failure that the model may mend: {@code sentence} says what failed and what to do next. */
    public static ToolResult error(String sentence) {
        return new ToolResult(List.of(new Content.Text(sentence)), null, true);
    }

    ObjectNode toJson() {
        ObjectNode result = Json.object();
        ArrayNode blocks = result.putArray("content");
        for (Content block : content) blocks.add(block.toJson());
        if (structured != null) result.set("structuredContent", structured);
        if (isError) result.put("isError", true);
        return result;
    }
}
