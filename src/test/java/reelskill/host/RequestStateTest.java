package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestStateTest {
    private final Instant start = Instant.parse("2026-11-21T10:00:00Z");
    private final RequestState states = new RequestState(Clock.fixed(start, ZoneOffset.UTC));

    @Test
    void answersComeBackAsTheyWere() {
        ObjectNode answer = Json.object().put("action", "accept");
        assertThat(states.answers(retry("{\"a\":1}", seal("{\"a\":1}", answer))))
                .containsEntry("step", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "a.b.c", "!.!", "e30.e30"})
    void forgedStateIsRefused(String state) {
        assertThatThrownBy(() -> states.answers(retry("{}", state))).isInstanceOf(HostException.class);
    }

    @Test
    void changedStateIsRefused() {
        String state = seal("{}", Json.object());
        char other = state.charAt(5) == 'A' ? 'B' : 'A';
        String changed = state.substring(0, 5) + other + state.substring(6);
        assertThatThrownBy(() -> states.answers(retry("{}", changed))).isInstanceOf(HostException.class);
    }

    @Test
    void stateOfOtherArgumentsIsRefused() {
        String state = seal("{\"credits\":1}", Json.object());
        assertThatThrownBy(() -> states.answers(retry("{\"credits\":900}", state)))
                .isInstanceOf(HostException.class);
    }

    @Test
    void stateOfAnotherProcessIsRefused() {
        String state = seal("{}", Json.object());
        RequestState other = new RequestState(Clock.fixed(start, ZoneOffset.UTC));
        assertThatThrownBy(() -> other.answers(retry("{}", state))).isInstanceOf(HostException.class);
    }

    @Test
    void oldStateIsRefused() {
        Clock[] clock = {Clock.fixed(start, ZoneOffset.UTC)};
        RequestState aging = new RequestState(new Clock() {
            @Override
            public Instant instant() {
                return clock[0].instant();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        String state = aging.seal(call("{}", Json.object()));
        clock[0] = Clock.offset(clock[0], Duration.ofMinutes(61));
        assertThatThrownBy(() -> aging.answers(retry("{}", state))).isInstanceOf(HostException.class);
    }

    private String seal(String arguments, ObjectNode answer) {
        return states.seal(call(arguments, answer));
    }

    private static RunningCall call(String arguments, ObjectNode answer) {
        Peer peer = new Peer(null);
        RunningCall call = new RunningCall(retry(arguments, null), Terms.legacy(peer), peer, message -> {}, false);
        call.answered(Map.of("step", answer));
        return call;
    }

    private static Message.Request retry(String arguments, String state) {
        ObjectNode params = Json.object().put("name", "tool");
        params.set("arguments", FixtureTools.read(arguments));
        if (state != null) params.put("requestState", state);
        return new Message.Request(JsonNodeFactory.instance.numberNode(1), "tools/call", params);
    }
}
