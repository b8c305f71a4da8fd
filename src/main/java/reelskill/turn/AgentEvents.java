package reelskill.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reelskill.turn.TurnEvent.StateChanged;
import reelskill.turn.TurnEvent.TextDelta;
import reelskill.turn.TurnEvent.Thought;
import reelskill.turn.TurnEvent.ToolCalled;
import reelskill.turn.TurnEvent.ToolFinished;
import reelskill.turn.TurnEvent.Unrecognized;

/** The events of an agent server, with fields in camelCase or snake_case. Keeps what was streamed in this turn. */
final class AgentEvents {
    private static final int REMEMBERED_CALLS = 1024;

    /** By author and branch: agents that work side by side stream into each other's text. */
    private final Map<String, StreamedText> texts = new HashMap<>();

    private final Map<String, StreamedText> thoughts = new HashMap<>();
    private final Set<String> announced = new LinkedHashSet<>();

    static boolean isOne(JsonNode event) {
        return event.path("content").isObject()
                || event.path("content").isArray()
                || event.path("parts").isArray()
                || event.has("author")
                || event.path("actions").isObject();
    }

    List<TurnEvent> read(JsonNode event) {
        List<TurnEvent> events = new ArrayList<>();
        readParts(event, events);
        JsonNode delta = Field.of(Field.of(event, "actions"), "stateDelta", "state_delta");
        if (!delta.isEmpty()) events.add(new StateChanged(delta));
        if (ServerError.isIn(event)) events.add(ServerError.read(event));
        return events;
    }

    private void readParts(JsonNode event, List<TurnEvent> events) {
        boolean partial = event.path("partial").asBoolean();
        String author =
                event.path("author").asText() + ' ' + event.path("branch").asText();
        JsonNode parts = parts(event);
        Iterator<String> told = news(texts, author, words(parts, false), partial);
        Iterator<String> thought = news(thoughts, author, words(parts, true), partial);
        for (JsonNode part : parts) {
            JsonNode call = Field.of(part, "functionCall", "function_call");
            JsonNode answer = Field.of(part, "functionResponse", "function_response");
            if (call.isObject()) addCall(call, partial, events);
            else if (answer.isObject()) addAnswer(answer, author, events);
            else if (!part.path("text").isTextual()) addUnknown(part, events);
            else if (isThought(part)) addNext(thought, events, true);
            else addNext(told, events, false);
        }
    }

    private static JsonNode parts(JsonNode event) {
        JsonNode content = event.path("content");
        if (content.isArray()) return content;
        return Field.of(content.isObject() ? content : event, "parts");
    }

    private static List<String> words(JsonNode parts, boolean thoughts) {
        List<String> words = new ArrayList<>();
        for (JsonNode part : parts) {
            if (part.path("text").isTextual() && isThought(part) == thoughts)
                words.add(part.path("text").textValue());
        }
        return words;
    }

    private static boolean isThought(JsonNode part) {
        return part.path("thought").asBoolean();
    }

    private static Iterator<String> news(
            Map<String, StreamedText> streams, String author, List<String> words, boolean partial) {
        if (partial) {
            StreamedText stream = streams.computeIfAbsent(author, key -> new StreamedText());
            words.forEach(stream::add);
        }
        StreamedText stream = streams.get(author);
        return (partial || stream == null || words.isEmpty() ? words : stream.newIn(words)).iterator();
    }

    private static void addNext(Iterator<String> words, List<TurnEvent> events, boolean thought) {
        String next = words.hasNext() ? words.next() : "";
        if (!next.isEmpty()) events.add(thought ? new Thought(next) : new TextDelta(next));
    }

    /** A partial call may have half its arguments; the whole one follows. */
    private void addCall(JsonNode call, boolean partial, List<TurnEvent> events) {
        String id = Field.text(call, "id");
        if (partial || (!id.isEmpty() && !announced.add(id))) return;
        if (announced.size() > REMEMBERED_CALLS)
            announced.remove(announced.iterator().next());
        events.add(new ToolCalled(id, Field.text(call, "name"), Field.of(call, "args", "arguments")));
    }

    private void addAnswer(JsonNode answer, String author, List<TurnEvent> events) {
        // A tool's answer ends the step of the model that called it: what comes now is new even if it reads the same.
        texts.remove(author);
        thoughts.remove(author);
        JsonNode result = Field.of(answer, "response", "result");
        events.add(new ToolFinished(
                Field.text(answer, "id"), Field.text(answer, "name"), result, ToolOutcome.isFailure(result)));
    }

    private static void addUnknown(JsonNode part, List<TurnEvent> events) {
        String kind = part.isObject() && !part.isEmpty() ? part.fieldNames().next() : "part";
        if (!part.isEmpty()) events.add(new Unrecognized(kind, part.toString()));
    }
}
