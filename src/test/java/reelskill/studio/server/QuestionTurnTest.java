package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Questions that lead to others before they are answered, over a clip of 4 s: no answer is done to anything else. */
class QuestionTurnTest extends OneSession {
    private static final String HOW_SLOW = "How slow? For example: 0.5x; 0.75x";

    @Override
    Path clip() {
        return StudioMedia.clip();
    }

    @Test
    void newestQuestionIsAnsweredFirstAndTheOneBeforeIsAskedAgain() {
        assertThat(text("slow down the first 2 seconds")).isEqualTo(HOW_SLOW);
        assertThat(text("rotate it")).startsWith("By how much?");
        assertThat(text("180")).contains("180", "Still open: " + HOW_SLOW);
        assertThat(text("half speed")).doesNotContain("Still open");
        assertThat(duration()).isEqualTo(6000);
    }

    @Test
    void olderQuestionIsAnsweredWhereTheAnswerFitsNoNewerOne() {
        text("slow down the first 2 seconds");
        text("rotate it");
        assertThat(text("half speed")).contains("Still open: By how much?");
        assertThat(duration()).isEqualTo(6000);
        assertThat(text("180")).contains("180").doesNotContain("Still open");
    }

    @Test
    void anotherWishLeavesItOpenOnceAndDropsItThenOpenly() {
        text("slow down the first 2 seconds");
        assertThat(text("mute it")).contains("Still open: " + HOW_SLOW);
        assertThat(text("make it black and white")).contains("I no longer wait for an answer to this: " + HOW_SLOW);
        assertThat(text("half speed")).doesNotContain("How slow");
        assertThat(duration()).isEqualTo(8000);
    }

    @Test
    void answerBehindAnotherWishIsOfTheQuestion() {
        text("前2秒放慢");
        assertThat(text("静音")).contains("还没回答：");
        text("0.5倍");
        assertThat(duration()).isEqualTo(6000);
    }

    @Test
    void wholeWishInPlaceOfAnAnswerLeavesNothingOpen() {
        text("add a title");
        assertThat(text("put a title saying 'Hello' at the start"))
                .contains("Hello")
                .doesNotContain("Still open");
        text("slow down the first 2 seconds");
        text("slow down the first 2 seconds");
        assertThat(text("make the first 2 seconds slower, half speed")).doesNotContain("Still open");
    }

    @Test
    void neverMindDropsAll() {
        text("slow down the first 2 seconds");
        text("rotate it");
        assertThat(text("never mind")).doesNotContain("Still open");
        assertThat(text("mute it")).doesNotContain("Still open");
    }

    @Test
    void whatWasNotUnderstoodIsAskedAboutFirst() {
        text("slow down the first 2 seconds");
        assertThat(text("yank the first 1s pronto")).contains("Did you mean").doesNotContain("Still open");
        assertThat(text("no")).isEqualTo("All right. Say it another way.");
        text("half speed");
        assertThat(duration()).isEqualTo(6000);
    }

    private long duration() {
        return client.state(session).at("/state/draft/d").asLong();
    }
}
