package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;

class OfferTest {
    private static final Offer ONE = new Offer(List.of("remove clip 2"));
    private static final Offer TWO = new Offer(List.of("remove clip 2", "mute clip 2"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes.",
                "yes please",
                "yes, do it",
                "ok",
                "Right!",
                "do it",
                "1",
                "the first one",
                "好",
                "好的",
                "对",
                "对，就这样",
                "是的",
                "嗯",
                "没错",
                "第一个"
            })
    void oneSentenceIsTakenByAnyYes(String answer) {
        assertThat(ONE.taken(answer)).contains("remove clip 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no", "2", "yes but only half of it", "remove clip 3", "yesterday", "对比度高一点", "好看一点", "不对", "11"
            })
    void anythingElseTakesNothing(String answer) {
        assertThat(ONE.taken(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.", "the second", "option 2", "number two", "第二个", "选2", "二"})
    void numberTakesTheSecond(String answer) {
        assertThat(TWO.taken(answer)).contains("mute clip 2");
    }

    @Test
    void yesToTwoLeavesOpenWhich() {
        assertThat(TWO.taken("yes")).isEmpty();
        assertThat(TWO.leavesOpen("yes")).isTrue();
        assertThat(ONE.leavesOpen("yes")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No.", "neither", "不是", "都不是", "算了"})
    void noDeclines(String answer) {
        assertThat(TWO.isDeclined(answer)).isTrue();
    }

    @Test
    void whatIsStoredIsReadBack() {
        assertThat(Offer.of(TWO.stored())).contains(TWO);
        assertThat(Offer.of(ONE.stored())).contains(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "add a title \"{}\"", "dry run: remove the first 5 seconds", "? a\nb", "? a\n? b\n? c"})
    void otherOpenQuestionsAreNoOffer(String stored) {
        assertThat(Offer.of(stored)).isEmpty();
    }

    @Test
    void questionIsAskedInTheLanguageOfTheConversation() {
        assertThat(ONE.question(Language.ENGLISH))
                .isEqualTo("Did you mean \"remove clip 2\"? Say yes, or say it another way.");
        assertThat(TWO.question(Language.ENGLISH))
                .isEqualTo(
                        "Did you mean (1) \"remove clip 2\" or (2) \"mute clip 2\"? Say 1 or 2, or say it another way.");
        assertThat(new Offer(List.of("删除第2段")).question(Language.CHINESE)).isEqualTo("您是想“删除第2段”吗？回答“是的”，或者换个说法。");
    }
}
