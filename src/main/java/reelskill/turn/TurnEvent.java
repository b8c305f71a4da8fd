package reelskill.turn;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing that the backend told us during a turn, already decoded from the wire (protocol.md, SSE events). */
public sealed interface TurnEvent {
    <R> R match(Cases<R> cases);

    /** Text for the user that was not told before: printing every one of them prints the answer once. */
    record TextDelta(String text) implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.textDelta(this);
        }
    }

    /** The model's own reasoning. It is never shown. */
    record Thought(String text) implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.thought(this);
        }
    }

    /** The agent began to use a tool; {@code id} is empty where the backend gives none. */
    record ToolCalled(String id, String name, JsonNode arguments) implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.toolCalled(this);
        }
    }

    /** A tool answered; {@code failed} is what its answer says of itself. */
    record ToolFinished(String id, String name, JsonNode result, boolean failed) implements TurnEvent {
        /** Says whether this answer brings newly generated media: the raw clip of a two-stage generation. */
        public boolean bringsMedia() {
            return !failed && GeneratedMedia.isIn(name, result);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.toolFinished(this);
        }
    }

    /** The agent changed its session state; {@code delta} is an object with the changed keys, never empty. */
    record StateChanged(JsonNode delta) implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stateChanged(this);
        }
    }

    /** The agent or its server failed; {@code code} is empty where none was sent. The message is the backend's text. */
    record Failed(String code, String message) implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /** A sign of life with no content, in any of its forms. */
    record Heartbeat() implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.heartbeat(this);
        }
    }

    /** An event with nothing new in it: no parts, empty text, or an aggregate of what was streamed. */
    record Quiet() implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quiet(this);
        }
    }

    /** An event that this version does not know. It is kept, so that it can be logged and is never lost or shown. */
    record Unrecognized(String type, String data) implements TurnEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unrecognized(this);
        }
    }

    /** Handles every kind of event; the compiler checks that no reader forgets one. */
    interface Cases<R> {
        R textDelta(TextDelta event);

        R thought(Thought event);

        R toolCalled(ToolCalled event);

        R toolFinished(ToolFinished event);

        R stateChanged(StateChanged event);

        R failed(Failed event);

        R heartbeat(Heartbeat event);

        R quiet(Quiet event);

        R unrecognized(Unrecognized event);
    }
}
