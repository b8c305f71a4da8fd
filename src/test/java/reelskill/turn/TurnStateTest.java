package reelskill.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.turn.TurnEvent.Failed;
import reelskill.turn.TurnEvent.Heartbeat;
import reelskill.turn.TurnEvent.TextDelta;
import reelskill.turn.TurnEvent.Thought;
import reelskill.turn.TurnEvent.ToolCalled;
import reelskill.turn.TurnEvent.ToolFinished;
import reelskill.turn.TurnEvent.Unrecognized;

class TurnStateTest {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    @Test
    void textGrowsAndEarlierStatesStay() {
        TurnState one = TurnState.start().after(new TextDelta("one"));
        TurnState two = one.after(new TextDelta(" two"));
        TurnState other = one.after(new TextDelta(" other"));
        assertThat(List.of(one.text(), two.text(), other.text())).containsExactly("one", "one two", "one other");
    }

    @Test
    void resultsBelongToTheCallsOfTheirIds() {
        TurnState state = after(call("1", "trim"), call("2", "trim"), answer("2", "", false));
        assertThat(state.tools().uses()).containsExactly(new ToolUse("trim", 2, 1, 0));
        assertThat(state.tools().open()).containsExactly(call("1", "trim"));
        assertThat(state.phase()).isEqualTo(Phase.USING_TOOLS);
    }

    @Test
    void resultWithoutAnIdBelongsToTheOldestCallOfItsName() {
        TurnState state = after(call("", "a"), call("", "b"), call("", "a"), answer("", "a", true));
        assertThat(state.tools().open()).extracting(ToolCalled::name).containsExactly("b", "a");
        assertThat(state.tools().uses()).containsExactly(new ToolUse("a", 2, 0, 1), new ToolUse("b", 1, 0, 0));
    }

    @Test
    void resultWithoutACallStillCounts() {
        assertThat(after(answer("9", "trim", false)).tools().uses()).containsExactly(new ToolUse("trim", 1, 1, 0));
    }

    @Test
    void failureAtTheEndIsTheTurns() {
        Failed failed = new Failed("500", "boom");
        assertThat(after(new TextDelta("hi"), failed).failure()).contains(failed);
    }

    @Test
    void failureInTheMiddleIsKeptButIsNotTheEnd() {
        TurnState state = after(new Failed("500", "boom"), new TextDelta("recovered"));
        assertThat(state.failure()).isEmpty();
        assertThat(state.failures()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\nI encountered a temporary issue. Please try again.",
                " I encountered a temporary issue",
                "I'm sorry, I encountered a temporary issue while answering."
            })
    void apologyAfterAnAnswerIsIgnored(String apology) {
        assertThat(after(new TextDelta("Title added."), new TextDelta(apology)).text())
                .isEqualTo("Title added.");
    }

    @Test
    void apologyInPiecesIsIgnoredToo() {
        assertThat(after(new TextDelta("Title added. I encoun"), new TextDelta("tered a temporary issue."))
                        .text())
                .isEqualTo("Title added.");
    }

    @Test
    void apologyAsAFailureIsIgnoredToo() {
        assertThat(after(new TextDelta("Done."), new Failed("", "I encountered a temporary issue"))
                        .failure())
                .isEmpty();
    }

    @Test
    void apologyAloneIsTheAnswer() {
        String apology = "I encountered a temporary issue.";
        assertThat(after(new TextDelta(apology)).text()).isEqualTo(apology);
    }

    @Test
    void apologyThatIsNotTheEndStays() {
        String text = "Hm. I encountered a temporary issue.\nBut then it worked: title added.";
        assertThat(after(new TextDelta(text)).text()).isEqualTo(text);
    }

    @Test
    void thoughtsAndStrangersAreCountedAndNeverShown() {
        TurnState state = after(new Thought("secret"), new Unrecognized("x", "y"), new Heartbeat());
        assertThat(state.counts()).isEqualTo(new Counts(3, 1, 1));
        assertThat(state.isSilent()).isTrue();
    }

    @Test
    void rawClipIsKnownBeforeTheRestIsAdded() {
        JsonNode clip = JsonNodeFactory.instance.objectNode().put("video_url", "https://cdn.example/clip.mp4");
        TurnState raw = after(call("1", "generate_video"), new ToolFinished("1", "generate_video", clip, false));
        assertThat(raw.generation()).isEqualTo(Generation.RAW_CLIP);
        assertThat(raw.after(call("2", "add_music")).generation()).isEqualTo(Generation.FINISHING);
    }

    @Test
    void trimmingGeneratesNothing() {
        JsonNode clip = JsonNodeFactory.instance.objectNode().put("url", "https://cdn.example/clip.mp4");
        assertThat(after(new ToolFinished("1", "trim_clip", clip, false)).generation())
                .isEqualTo(Generation.NONE);
    }

    @Test
    void hostileNamesDoNotGrowTheLog() {
        TurnState state = TurnState.start();
        for (int i = 0; i < 5000; i++) state = state.after(call("id" + i, "tool" + i));
        assertThat(state.tools().uses()).hasSizeLessThan(200);
        assertThat(state.tools().open()).hasSizeLessThan(200);
        assertThat(state.counts().events()).isEqualTo(5000);
    }

    private static TurnState after(TurnEvent... events) {
        TurnState state = TurnState.start();
        for (TurnEvent event : events) state = state.after(event);
        return state;
    }

    private static ToolCalled call(String id, String name) {
        return new ToolCalled(id, name, NOTHING);
    }

    private static ToolFinished answer(String id, String name, boolean failed) {
        return new ToolFinished(id, name, NOTHING, failed);
    }
}
