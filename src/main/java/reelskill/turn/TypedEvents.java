package reelskill.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import reelskill.turn.TurnEvent.Heartbeat;
import reelskill.turn.TurnEvent.Quiet;
import reelskill.turn.TurnEvent.TextDelta;
import reelskill.turn.TurnEvent.Thought;
import reelskill.turn.TurnEvent.ToolCalled;
import reelskill.turn.TurnEvent.ToolFinished;
import reelskill.turn.TurnEvent.Unrecognized;

/** The documented events: {@code {"type":"text","content":"…"}} and its kin (protocol.md, SSE events). */
final class TypedEvents {
    private static final Set<String> HEARTBEATS = Set.of("heartbeat", "\"heartbeat\"", "ping", "\"ping\"");

    private TypedEvents() {}

    static boolean isHeartbeat(String word) {
        return word.length() <= 11 && HEARTBEATS.contains(word.toLowerCase(Locale.ROOT));
    }

    static TurnEvent read(String type, JsonNode event, String data) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "text" -> text(event);
            case "thought", "thinking" -> new Thought(Field.text(event, "content", "text"));
            case "tool_call" -> new ToolCalled(id(event), name(event), Field.of(event, "args", "arguments"));
            case "tool_result" -> result(event);
            case "heartbeat", "ping" -> new Heartbeat();
            case "error" -> ServerError.read(event);
            default -> new Unrecognized(type, data);
        };
    }

    private static TurnEvent text(JsonNode event) {
        String text = Field.text(event, "content", "text");
        return text.isEmpty() ? new Quiet() : new TextDelta(text);
    }

    private static TurnEvent result(JsonNode event) {
        JsonNode result = Field.of(event, "result", "response", "output");
        boolean failed = ToolOutcome.isFailure(result) || event.hasNonNull("error");
        return new ToolFinished(id(event), name(event), result, failed);
    }

    private static String id(JsonNode event) {
        return Field.text(event, "id", "call_id", "tool_call_id", "callId");
    }

    private static String name(JsonNode event) {
        return Field.text(event, "name", "tool", "tool_name");
    }
}
