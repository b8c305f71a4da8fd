package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

class MoveTextTest {
    private static final List<LibraryItem> CLIPS = Library.THREE_CLIPS;
    private final Planner planner = new Planner();

    @Test
    void textIsShownFromAndToTheTimesThatWereNamed() {
        TextSegment text = only(after("show the title from 2 to 7 seconds").after());
        assertThat(text.start()).isEqualTo(50);
        assertThat(text.duration()).isEqualTo(125);
        assertThat(text.text()).isEqualTo("Hello");
    }

    @Test
    void textThatMovesKeepsItsLengthAndItsLook() {
        TextSegment before = only(titled());
        TextSegment text = only(after("move the title to 0:10").after());
        assertThat(text.start()).isEqualTo(250);
        assertThat(text.duration()).isEqualTo(before.duration());
        assertThat(text.style()).isEqualTo(before.style());
        assertThat(text.fade()).isEqualTo(before.fade());
    }

    @Test
    void textStaysToTheEndOfTheVideoAtMost() {
        TextSegment text =
                only(after("the title should be visible for the whole video").after());
        assertThat(text.start()).isZero();
        assertThat(text.duration()).isEqualTo(titled().duration());
    }

    @Test
    void textIsNotMovedBehindTheEndAndThatIsTold() {
        EditResult result = after("move the title to 5:00");
        assertThat(result.after()).isEqualTo(titled());
        assertThat(result.notDone()).singleElement().asString().contains("after the end");
    }

    @Test
    void whenItIsShownIsToldInTheWordsOfTheReceipt() {
        assertThat(after("show the title from 2 to 7 seconds").done())
                .containsExactly("\"Hello\" is shown at 2-7 s now");
    }

    private Timeline titled() {
        Timeline plain = Timelines.of("talk", CLIPS);
        return planner.plan("add a title \"Hello\"", plain, CLIPS)
                .apply(plain, new Library(CLIPS))
                .after();
    }

    private EditResult after(String sentence) {
        Timeline now = titled();
        return planner.plan(sentence, now, CLIPS).apply(now, new Library(CLIPS));
    }

    private static TextSegment only(Timeline timeline) {
        assertThat(timeline.texts()).hasSize(1);
        return timeline.texts().get(0);
    }
}
