package reelskill.studio.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import reelskill.studio.store.Hold;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;

/** The conversation (protocol.md, Chat): a message in, a stream of events out. */
final class ChatEndpoint {
    private static final int LONGEST_MESSAGE = 20_000;

    private final Store store;
    private final Conversation conversation;
    private final ScheduledExecutorService timer;
    private final StudioSettings settings;

    ChatEndpoint(Store store, Conversation conversation, ScheduledExecutorService timer, StudioSettings settings) {
        this.store = store;
        this.conversation = conversation;
        this.timer = timer;
        this.settings = settings;
    }

    Routes addTo(Routes routes) {
        return routes.on("POST", "/run_sse", this::turn);
    }

    /** Refuses before the stream begins; once it has begun, the turn is finished whether anybody listens or not. */
    private void turn(Exchange exchange, Caller caller) throws IOException {
        JsonNode asked = exchange.json();
        Session session = caller.session(asked.path("session_id").asText());
        String message = text(asked.path("new_message").path("parts"));
        if (message.isEmpty() || message.length() > LONGEST_MESSAGE) {
            throw new Refusal(
                    Code.BAD_REQUEST, session.language().say("The message is empty or too long.", "消息为空或过长。"));
        }
        Hold hold = store.ledger()
                .hold(caller.account(), settings.policy().turnPrice())
                .orElseThrow(() -> new Refusal(
                        Code.OUT_OF_CREDITS,
                        session.language().say("There are not enough credits for this.", "积分不足，无法执行此操作。")));
        try (EventStream events = new EventStream(exchange.response(), timer, settings.heartbeat())) {
            conversation.turn(session, message, hold, events);
        } finally {
            store.ledger().release(hold);
        }
    }

    private static String text(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path("text").asText(""))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
