package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** A catalog of a single tool, {@code one}, that a test writes as a lambda. */
record OneTool(Function<CallContext, ToolResult> body) implements ToolCatalog {
    @Override
    public String descriptors() {
        return "[{\"name\":\"one\",\"inputSchema\":{\"type\":\"object\"}}]";
    }

    @Override
    public ToolResult call(String name, ObjectNode arguments, CallContext context) {
        return body.apply(context);
    }
}
