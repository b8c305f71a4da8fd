package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The progress notifications of one call: always growing, silent once the call has ended. Safe for many threads. */
final class Progress {
    /** By this much a value is raised that did not grow: far below what a person sees of a whole. */
    private static final double NUDGE = 1e-6;

    private final JsonNode token;
    private final Consumer<ObjectNode> sender;
    private double last = -1;
    private double total;
    private String message = "Working";
    private boolean ended;

    Progress(JsonNode token, Consumer<ObjectNode> sender) {
        this.token = token;
        this.sender = sender;
    }

    synchronized void report(double done, double of, String words) {
        total = of;
        message = words;
        send(done, words);
    }

    /** Tells the client that the call still runs, {@code seconds} after it began. */
    synchronized void beat(long seconds) {
        send(last < 0 ? 0 : last, message + " (" + seconds + " s)");
    }

    synchronized void end() {
        ended = true;
    }

    private void send(double done, @Nullable String words) {
        if (ended) return;
        last = done > last ? done : last + NUDGE * Math.max(1, total);
        ObjectNode params = Json.object();
        params.set("progressToken", token);
        params.put("progress", last);
        if (total > 0) params.put("total", Math.max(total, last));
        if (words != null) params.put("message", words);
        sender.accept(Message.notification("notifications/progress", params));
    }
}
