package reelskill.nemo;

import static reelskill.nemo.ContractRun.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import okhttp3.Request;

/** The rules of chat. */
final class TurnContract {
    private static final String CHAT = "run_sse";

    private final ContractRun run;
    private final ContractProbe probe;

    TurnContract(ContractRun run) {
        this.run = run;
        this.probe = run.probe();
    }

    void checks() {
        run.check("chat in an unknown session is refused before a stream begins", "Envelopes, 1002", () -> probe.send(
                        chat("1000000000000000001", "hello"))
                .requireNumber(1002));
        run.check("chat without a bearer is refused", "Envelopes, 1001", () -> probe.send(chat("1", "hello")
                        .newBuilder()
                        .removeHeader("Authorization")
                        .build())
                .requireNumber(1001, 1010, 1011, 401));
        run.paid("stream is of events and ends by closing", "SSE events", this::streamIsOfEvents);
        run.paid("every event is known", "SSE events", this::everyEventIsKnown);
        run.paid("edit changes the draft", "Endpoints, State", this::editChangesTheDraft);
        run.paid("draft has its public keys", "Draft", this::draftHasItsKeys);
    }

    private String streamIsOfEvents() {
        ContractProbe.Answer answer = probe.send(chat(run.session().sessionId(), "What can you do?"));
        require(answer.status() == 200, "It answers HTTP " + answer.status() + ".");
        require(answer.type().startsWith("text/event-stream"), "The type is " + answer.type() + ".");
        require(answer.body().contains("data:"), "The stream has no data.");
        return "The stream was closed after " + answer.body().length() + " characters.";
    }

    private String everyEventIsKnown() {
        TurnResult result = turn("Hello");
        long strangers = result.state().counts().unrecognized();
        require(strangers == 0, strangers + " events are of no known kind.");
        return "All " + result.state().counts().events() + " events are known.";
    }

    private String editChangesTheDraft() {
        run.media();
        Optional<JsonNode> before = draft();
        turn("Add the title \"Contract\" at the start for 1 second");
        require(draft().isPresent() && !draft().equals(before), "The draft is the same as before.");
        return "The draft has changed.";
    }

    private String draftHasItsKeys() {
        run.media();
        JsonNode draft = draft().orElseThrow(() -> new ContractRun.Broken("There is no draft."));
        require(draft.path("t").isArray(), "There are no tracks t.");
        int segments = 0;
        for (JsonNode track : draft.path("t")) {
            require(track.path("tt").isInt(), "A track has no type tt.");
            segments += track.path("sg").size();
        }
        require(segments > 0, "No track has segments sg.");
        return "It has " + draft.path("t").size() + " tracks with " + segments + " segments.";
    }

    private TurnResult turn(String words) {
        TurnResult result =
                probe.client().turn(run.session().sessionId(), words).run(new TurnListener() {});
        require(result.outcome() == TurnOutcome.COMPLETED, "The turn ended as " + result.outcome() + ".");
        return result;
    }

    private Optional<JsonNode> draft() {
        return probe.client().state(run.session().sessionId()).draft();
    }

    private Request chat(String session, String words) {
        ObjectNode body =
                Json.object().put("app_name", "nemo_agent").put("user_id", "me").put("session_id", session);
        body.putObject("new_message").putArray("parts").addObject().put("text", words);
        return probe.signed(CHAT)
                .header("Accept", "text/event-stream")
                .post(Api.json(body))
                .build();
    }
}
