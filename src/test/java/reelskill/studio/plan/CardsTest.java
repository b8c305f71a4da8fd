package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reelskill.studio.timeline.Timeline;

/** Pictures of one colour among clips of 10, 60 and 20 s at 25 pictures a second, and what becomes of them by other edits. */
class CardsTest {
    private static final List<LibraryItem> CLIPS = Library.THREE_CLIPS;
    private final Planner planner = new Planner();
    private final Library library = new Library(CLIPS);
    private Timeline now = Timelines.of("talk", CLIPS);

    @Test
    void everythingBehindACardMovesAlong() {
        say("add a title 'Hello' at 0:12 for 2 seconds");
        say("insert a black screen at 0:05 for 2 seconds");
        assertThat(shown()).isEqualTo("intro.mp4 125 ■ black 50 intro.mp4 125 interview.mp4 1500 beach.mov 500");
        assertThat(now.texts()).singleElement().satisfies(text -> assertThat(text.start())
                .isEqualTo(350));
    }

    @Test
    void cardsAreNoClipsThatAreCounted() {
        say("start with a black screen that says 'Part 1'");
        say("remove clip 1");
        assertThat(shown()).isEqualTo("■ black 75 interview.mp4 1500 beach.mov 500");
        assertThat(words()).isEqualTo("Part 1 0-75");
    }

    @Test
    void cardsStayBetweenClipsThatChangePlaces() {
        say("start with a black screen that says 'Part 1'");
        say("add a title card 'Part 2' between clip 1 and clip 2");
        say("swap clip 1 and clip 3");
        assertThat(shown()).isEqualTo("■ black 75 beach.mov 500 ■ black 75 interview.mp4 1500 intro.mp4 250");
        assertThat(words()).isEqualTo("Part 1 0-75, Part 2 575-650");
    }

    @Test
    void clipsThatAreJoinedStandTogetherAndTheOthersStay() {
        say("join clip 1 and 3");
        assertThat(shown()).isEqualTo("intro.mp4 250 beach.mov 500 interview.mp4 1500");
        say("join clip 2 and clip 1");
        assertThat(shown()).isEqualTo("beach.mov 500 intro.mp4 250 interview.mp4 1500");
    }

    @Test
    void wordsThatLeaveTheirCardTellThatItStays() {
        say("start with a black screen that says 'Part 1'");
        EditResult bare = planner.plan("remove the title", now, CLIPS).apply(now, library);
        assertThat(bare.after().texts()).isEmpty();
        assertThat(bare.notDone()).singleElement().asString().contains("still there");
        say("remove the card");
        assertThat(shown()).isEqualTo("intro.mp4 250 interview.mp4 1500 beach.mov 500");
        assertThat(now.texts()).isEmpty();
    }

    @Test
    void cardThatIsCutOutTakesItsWordsAlong() {
        say("start with a black screen that says 'Part 1'");
        say("cut the first 4 seconds");
        assertThat(shown()).isEqualTo("intro.mp4 225 interview.mp4 1500 beach.mov 500");
        assertThat(now.texts()).isEmpty();
    }

    @Test
    void cardsGoTogether() {
        say("每段之间加1秒黑屏");
        assertThat(shown()).isEqualTo("intro.mp4 250 ■ 黑色 25 interview.mp4 1500 ■ 黑色 25 beach.mov 500");
        say("去掉黑屏");
        assertThat(now.clips()).isEqualTo(Timelines.of("talk", CLIPS).clips());
    }

    @Test
    void musicOfTheWholeVideoIsUnderACardAtItsStartAndAtItsEnd() {
        say("add calm music");
        say("add 2 seconds of black at the beginning");
        say("end with 2 seconds of black");
        assertThat(now.duration()).isEqualTo(2250 + 100);
        assertThat(now.music()).singleElement().satisfies(bed -> assertThat(List.of(bed.start(), bed.end()))
                .containsExactly(0L, 2350L));
    }

    @Test
    void wordsCanBeReadOnAnyGround() {
        say("add a white title card 'Day' before clip 2");
        assertThat(now.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.style().rgb()).isEqualTo(0x111111));
    }

    private String shown() {
        return now.clips().stream()
                .map(clip -> clip.name() + " " + clip.duration())
                .collect(Collectors.joining(" "));
    }

    private String words() {
        return now.texts().stream()
                .map(text -> text.text() + " " + text.start() + "-" + text.end())
                .collect(Collectors.joining(", "));
    }

    private void say(String sentence) {
        EditPlan plan = planner.plan(sentence, now, CLIPS);
        assertThat(plan.notUnderstood()).isEmpty();
        assertThat(plan.operations()).isNotEmpty();
        now = plan.apply(now, library).after();
    }
}
