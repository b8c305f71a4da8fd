package reelskill.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reelskill.turn.TurnEvent.Heartbeat;
import reelskill.turn.TurnEvent.Quiet;
import reelskill.turn.TurnEvent.Unrecognized;

/**
 * Turns the frames of one turn's stream into events. Every frame gives at least one event, so nothing is lost, and text
 * that a server sends twice, as deltas and as their aggregate, is given once. One decoder per turn; not thread-safe.
 */
public final class TurnDecoder {
    /** Lenient where a server forgets to escape a line break in an error. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final AgentEvents agent = new AgentEvents();

    /**
     * Decodes one frame.
     *
     * @param type the frame's {@code event} field, null or empty where it has none
     * @param data the frame's data, its lines joined by line feeds
     * @return at least one event, in the order told
     */
    public List<TurnEvent> decode(@Nullable String type, String data) {
        String name = type == null || type.equals("message") ? "" : type;
        String text = data.strip();
        if (isHeartbeat(name, text)) return List.of(new Heartbeat());
        try {
            return decode(name, JSON.readTree(text), data);
        } catch (JsonProcessingException e) {
            return List.of(
                    ServerError.looksLike(text) ? ServerError.readUnescaped(text) : new Unrecognized(name, data));
        }
    }

    private List<TurnEvent> decode(String name, JsonNode event, String data) {
        String type = event.path("type").asText(name);
        if (AgentEvents.isOne(event)) return atLeastQuiet(agent.read(event));
        if (!event.isObject()) return List.of(new Unrecognized(type, data));
        if (!type.isEmpty()) return List.of(TypedEvents.read(type, event, data));
        return List.of(ServerError.isIn(event) ? ServerError.read(event) : new Unrecognized("", data));
    }

    private static List<TurnEvent> atLeastQuiet(List<TurnEvent> events) {
        return events.isEmpty() ? List.of(new Quiet()) : events;
    }

    private static boolean isHeartbeat(String name, String text) {
        return text.isEmpty() || TypedEvents.isHeartbeat(text) || TypedEvents.isHeartbeat(name);
    }
}
