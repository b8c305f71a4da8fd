package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** "Did you mean …?" over a real socket: asked, answered, dropped. */
class ClarifyTurnTest extends OneSession {
    private static final String ASKED = "Did you mean \"remove the first 1 second\"? Say yes, or say it another way.";

    @Override
    Path clip() {
        return StudioMedia.clip();
    }

    @Test
    void yesDoesWhatWasAskedAbout() {
        assertThat(text("yank the first 1s pronto"))
                .isEqualTo("I did not understand \"yank the first 1s pronto\". " + ASKED);
        assertThat(duration()).isEqualTo(4000);
        assertThat(text("yes")).contains("0-1 s");
        assertThat(duration()).isEqualTo(3000);
        text("undo");
        assertThat(duration()).isEqualTo(4000);
    }

    @Test
    void chineseIsAskedAndAnsweredInChinese() {
        assertThat(text("把开头那1秒咔嚓掉")).contains("您是想“删除前1秒”吗？回答“是的”，或者换个说法。");
        text("对的");
        assertThat(duration()).isEqualTo(3000);
    }

    @Test
    void restOfTheMessageIsDoneMeanwhile() {
        String said = text("set the speed to 2x. yank the first 1s pronto");
        assertThat(said).contains("Speed: 2×", ASKED);
        assertThat(duration()).isEqualTo(2000);
        text("ok");
        assertThat(duration()).isEqualTo(1000);
    }

    @Test
    void anotherMessageDropsTheQuestion() {
        text("yank the first 1s pronto");
        text("set the speed to 2x");
        assertThat(text("yes")).contains("did not understand");
        assertThat(duration()).isEqualTo(2000);
    }

    @Test
    void noDropsItAndIsNoMessageOfItsOwn() {
        text("yank the first 1s pronto");
        assertThat(text("no")).isEqualTo("All right. Say it another way.");
        assertThat(text("yes")).contains("did not understand");
        assertThat(duration()).isEqualTo(4000);
    }

    @Test
    void whatIsClearlyNothingOfOursIsRefusedAsBefore() {
        assertThat(text("make me a sandwich"))
                .startsWith("I did not understand")
                .doesNotContain("Did you mean");
    }

    @Test
    void bareNumberIsAnsweredInTheLanguageThatWasSpokenLast() {
        text("set the speed to 2x");
        assertThat(text("1")).contains("did not understand");
        text("速度调到1.5倍");
        assertThat(text("1")).contains("没听懂").doesNotContain("did not");
        text("undo");
        assertThat(text("?!")).contains("did not understand");
    }

    private long duration() {
        return client.state(session).at("/state/draft/d").asLong();
    }
}
