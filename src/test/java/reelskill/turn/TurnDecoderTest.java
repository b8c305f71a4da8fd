package reelskill.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.turn.TurnEvent.Failed;
import reelskill.turn.TurnEvent.Heartbeat;
import reelskill.turn.TurnEvent.Quiet;
import reelskill.turn.TurnEvent.StateChanged;
import reelskill.turn.TurnEvent.TextDelta;
import reelskill.turn.TurnEvent.Thought;
import reelskill.turn.TurnEvent.ToolCalled;
import reelskill.turn.TurnEvent.ToolFinished;
import reelskill.turn.TurnEvent.Unrecognized;

class TurnDecoderTest {
    private final TurnDecoder decoder = new TurnDecoder();

    @Test
    void documentedEventsAreTyped() {
        assertThat(decode("{\"type\":\"text\",\"content\":\"hi\"}")).containsExactly(new TextDelta("hi"));
        assertThat(decode("{\"type\":\"tool_call\",\"name\":\"trim\",\"args\":{\"a\":1}}"))
                .singleElement()
                .isInstanceOfSatisfying(ToolCalled.class, call -> {
                    assertThat(call.name()).isEqualTo("trim");
                    assertThat(call.arguments().path("a").asInt()).isEqualTo(1);
                });
        assertThat(decode("{\"type\":\"tool_result\",\"name\":\"trim\",\"result\":{\"status\":\"error\"}}"))
                .singleElement()
                .isInstanceOfSatisfying(ToolFinished.class, answer -> assertThat(answer.failed())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"heartbeat\"}", "heartbeat", " HEARTBEAT ", "", "  ", "\"heartbeat\""})
    void everyFormOfHeartbeatIsOne(String data) {
        assertThat(decode(data)).containsExactly(new Heartbeat());
    }

    @Test
    void typeMayComeFromTheFrame() {
        assertThat(decoder.decode("heartbeat", "{}")).containsExactly(new Heartbeat());
        assertThat(decoder.decode("text", "{\"content\":\"hi\"}")).containsExactly(new TextDelta("hi"));
        assertThat(decoder.decode("error", "{\"message\":\"no\"}")).containsExactly(new Failed("", "no"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"functionCall":{"id":"1","name":"trim","args":{}}}   | {"functionResponse":{"id":"1","name":"trim","response":{}}}
                    {"function_call":{"id":"1","name":"trim","args":{}}}  | {"function_response":{"id":"1","name":"trim","response":{}}}
                    """)
    void bothCasesOfAgentEventsAreRead(String call, String answer) {
        assertThat(decode(agent(call, false))).hasOnlyElementsOfType(ToolCalled.class);
        assertThat(decode(agent(answer, false))).hasOnlyElementsOfType(ToolFinished.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"author":"a","errorCode":"SAFETY","errorMessage":"blocked"}          | SAFETY | blocked
                    {"author":"a","error_code":"SAFETY","error_message":"blocked"}        | SAFETY | blocked
                    {"error":"boom"}                                                      | ``     | boom
                    {"error":{"code":2001,"message":"no credits"}}                        | 2001   | no credits
                    {"code":2001,"message":"no credits"}                                  | 2001   | no credits
                    {"success":false,"error":"no"}                                        | ``     | no
                    {"detail":"gone"}                                                     | ``     | gone
                    {"type":"error","code":500,"message":"bad"}                           | 500    | bad
                    """)
    void everyFormOfErrorIsAFailure(String data, String code, String message) {
        assertThat(decode(data)).containsExactly(new Failed(code, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `{"error": "404 {"message": "no model"}"}`  | `404 {"message": "no model"}`
                    `{"error": "first line`                     | `first line`
                    `{"error": "first\nsecond"}`                | `first\nsecond`
                    """)
    void invalidJsonOfAnErrorIsStillAFailure(String data, String message) {
        assertThat(decode(data.replace("\\n", "\n"))).containsExactly(new Failed("", message.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"sparkle\",\"x\":1}",
                "{\"x\":1}",
                "[1]",
                "12",
                "not json",
                "[DONE]",
                "{\"a\":",
                "{} {}"
            })
    void unknownIsKeptAsItCame(String data) {
        assertThat(decode(data)).singleElement().isInstanceOfSatisfying(Unrecognized.class, kept -> assertThat(
                        kept.data())
                .isEqualTo(data));
    }

    @Test
    void deeplyNestedJsonIsKeptAndNotACrash() {
        assertThat(decode("[".repeat(100_000))).hasOnlyElementsOfType(Unrecognized.class);
    }

    @Test
    void unknownPartIsKeptBesideTheText() {
        assertThat(decode(agent("{\"inlineData\":{\"data\":\"x\"}},{\"text\":\"hi\"}", false)))
                .containsExactly(
                        new Unrecognized("inlineData", "{\"inlineData\":{\"data\":\"x\"}}"), new TextDelta("hi"));
    }

    @Test
    void thoughtsAreKeptApart() {
        assertThat(decode(agent("{\"text\":\"hm\",\"thought\":true},{\"text\":\"hi\"}", false)))
                .containsExactly(new Thought("hm"), new TextDelta("hi"));
    }

    @Test
    void parallelToolsComeInTheirOrder() {
        String calls =
                "{\"functionCall\":{\"id\":\"1\",\"name\":\"a\"}},{\"functionCall\":{\"id\":\"2\",\"name\":\"b\"}}";
        assertThat(decode(agent(calls, false)))
                .extracting(event -> ((ToolCalled) event).name())
                .containsExactly("a", "b");
    }

    @Test
    void partialCallIsNotTheCall() {
        String call = "{\"functionCall\":{\"id\":\"1\",\"name\":\"a\"}}";
        assertThat(decode(agent(call, true))).containsExactly(new Quiet());
        assertThat(decode(agent(call, false))).hasOnlyElementsOfType(ToolCalled.class);
        assertThat(decode(agent(call, false))).containsExactly(new Quiet());
    }

    @Test
    void changedStateIsTold() {
        assertThat(decode("{\"author\":\"a\",\"actions\":{\"state_delta\":{\"v\":3}}}"))
                .hasOnlyElementsOfType(StateChanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"author\":\"a\"}",
                "{\"author\":\"a\",\"content\":{\"parts\":[]}}",
                "{\"author\":\"a\",\"content\":{\"parts\":[{\"text\":\"\"}]}}",
                "{\"type\":\"text\",\"content\":\"\"}"
            })
    void emptyEventsAreQuiet(String data) {
        assertThat(decode(data)).containsExactly(new Quiet());
    }

    /** Deltas, then aggregates, both split by a bar; then all the text that may be printed. */
    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    Hel|lo              ; Hello               ; `Hello`
                    Hello |world        ; `Hello world `      ; `Hello world`
                    ` Hello|  world `   ; Hello world         ; ` Hello  world `
                    Hello\\n|world      ; `Hello world`       ; `Hello\\nworld`
                    Hel|lo              ; `Hello there`       ; `Hello there`
                    Hello               ; `Hello,|,more`      ; `Hello,,more`
                    one|two             ; one|two             ; `onetwo`
                    one|two             ; one two             ; `onetwo`
                    lost |kept          ; kept                ; `lost kept`
                    ``                  ; whole               ; `whole`
                    Hello               ; other               ; `Helloother`
                    """)
    void streamedTextIsTakenOnce(String deltas, String aggregates, String told) {
        StringBuilder printed = new StringBuilder();
        for (String delta : split(deltas)) printed.append(text(decode(agent(part(delta), true))));
        for (String aggregate : split(aggregates)) printed.append(text(decode(agent(part(aggregate), false))));
        assertThat(printed.toString()).isEqualTo(told.replace("\\n", "\n"));
    }

    @Test
    void partsThatWereNotStreamedAreToldToo() {
        decode(agent(part("streamed"), true));
        List<TurnEvent> events = decode(agent(part("before") + "," + part("streamed") + "," + part("after"), false));
        assertThat(events).containsExactly(new TextDelta("before"), new TextDelta("after"));
    }

    @Test
    void equalTextsOfOneTurnAreBothTold() {
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            printed.append(text(decode(agent(part("Done."), true))));
            printed.append(text(decode(agent(part("Done."), false))));
        }
        printed.append(text(decode(agent(part("Done."), false))));
        assertThat(printed.toString()).isEqualTo("Done.Done.Done.");
    }

    @Test
    void textAfterAToolsAnswerIsNewThoughItReadsTheSame() {
        decode(agent(part("Done."), true));
        decode(agent("{\"functionResponse\":{\"id\":\"1\",\"name\":\"a\"}}", false));
        assertThat(decode(agent(part("Done."), false))).containsExactly(new TextDelta("Done."));
    }

    @Test
    void agentsThatStreamSideBySideDoNotMix() {
        decode(agent(part("one"), true));
        decode(agent(part("two"), true).replace("\"author\":\"a\"", "\"author\":\"b\""));
        assertThat(decode(agent(part("one"), false))).containsExactly(new Quiet());
        assertThat(decode(agent(part("two"), false).replace("\"author\":\"a\"", "\"author\":\"b\"")))
                .containsExactly(new Quiet());
    }

    private List<TurnEvent> decode(String data) {
        return decoder.decode(null, data);
    }

    private static List<String> split(String texts) {
        return texts.isEmpty() ? List.of() : List.of(texts.split("\\|"));
    }

    private static String text(List<TurnEvent> events) {
        List<String> texts = new ArrayList<>();
        for (TurnEvent event : events) {
            if (event instanceof TextDelta delta) texts.add(delta.text());
        }
        return String.join("", texts);
    }

    private static String part(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static String agent(String parts, boolean partial) {
        return "{\"author\":\"a\",\"partial\":" + partial + ",\"content\":{\"role\":\"model\",\"parts\":[" + parts
                + "]}}";
    }
}
