package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reelskill.language.Language;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** Parts that change their place or play again; {@code a 0-2} is what the file a plays from its second 0 to 2. */
class MovedPartsTest {
    private static final List<LibraryItem> CLIPS =
            List.of(Library.video("m1", "a.mp4", 4), Library.video("m2", "b.mp4", 6));
    private static final Timeline TIMELINE = Timelines.of("talk", CLIPS);

    @Test
    void spanMovesToTheFrontAcrossACut() {
        assertThat(after("move 0:03 to 0:06 to the front"))
                .containsExactly("a 3.0-4.0", "b 0.0-2.0", "a 0.0-3.0", "b 2.0-6.0");
    }

    @Test
    void halvesChangePlaces() {
        assertThat(after("swap the two halves")).containsExactly("b 1.0-6.0", "a 0.0-4.0", "b 0.0-1.0");
    }

    @Test
    void halvesOfASplitChangePlacesWhereItIsSplit() {
        assertThat(after("split at 0:04 and swap the two halves")).containsExactly("b 0.0-6.0", "a 0.0-4.0");
    }

    @Test
    void clipThatReplacesAnotherPlaysOnceInItsPlace() {
        assertThat(after("split at 0:02, then replace clip 1 with clip 2")).containsExactly("b 0.0-6.0");
        assertThat(after("replace the second clip with the first one")).containsExactly("a 0.0-4.0");
    }

    @Test
    void clipsPlayInTheOrderThatIsToldOneByOne() {
        assertThat(after("play clip 2, then clip 1")).containsExactly("b 0.0-6.0", "a 0.0-4.0");
    }

    @Test
    void clipPlaysAgainRightBehindItself() {
        assertThat(after("loop the first clip 3 times"))
                .containsExactly("a 0.0-4.0", "a 0.0-4.0", "a 0.0-4.0", "b 0.0-6.0");
    }

    @Test
    void spanOfTwoClipsPlaysAgainAsAWhole() {
        assertThat(after("repeat 0:03 to 0:05"))
                .containsExactly("a 0.0-3.0", "a 3.0-4.0", "b 0.0-1.0", "a 3.0-4.0", "b 0.0-1.0", "b 1.0-6.0");
    }

    @Test
    void clipBeginsAtTheTimeThatIsToldAndSplitsTheOther() {
        assertThat(after("insert clip 2 at 0:01")).containsExactly("a 0.0-1.0", "b 0.0-6.0", "a 1.0-4.0");
        assertThat(after("move clip 1 to 0:02")).containsExactly("b 0.0-2.0", "a 0.0-4.0", "b 2.0-6.0");
        assertThat(after("insert clip 2 at 0:05")).containsExactly("a 0.0-4.0", "b 0.0-6.0");
    }

    @Test
    void everythingPlaysAgainUntilItIsSoLong() {
        assertThat(after("loop it until 15 seconds"))
                .containsExactly("a 0.0-4.0", "b 0.0-6.0", "a 0.0-4.0", "b 0.0-1.0");
        assertThat(after("loop it for 20 seconds")).containsExactly("a 0.0-4.0", "b 0.0-6.0", "a 0.0-4.0", "b 0.0-6.0");
    }

    @Test
    void copyGoesToTheFront() {
        assertThat(after("put a copy of the last 2 seconds at the start"))
                .containsExactly("b 4.0-6.0", "a 0.0-4.0", "b 0.0-4.0", "b 4.0-6.0");
    }

    @Test
    void clipsThatWereTakenOutStayOut() {
        Timeline now = plan(TIMELINE, "delete the second clip", Past.NONE);
        Past past = new Past(Set.of(), java.util.Optional::empty, () -> Set.of("m1", "m2"));
        assertThat(told(plan(now, "merge all clips", past))).containsExactly("a 0.0-4.0");
        assertThat(told(plan(now, "merge all clips", Past.NONE))).containsExactly("a 0.0-4.0", "b 0.0-6.0");
    }

    private static List<String> after(String sentence) {
        return told(plan(TIMELINE, sentence, Past.NONE));
    }

    private static Timeline plan(Timeline now, String sentence, Past past) {
        EditPlan plan = new Planner().plan(sentence, now, CLIPS, past);
        assertThat(plan.notUnderstood()).isEmpty();
        assertThat(plan.language()).isEqualTo(Language.ENGLISH);
        return plan.apply(now, new Library(CLIPS)).after();
    }

    private static List<String> told(Timeline timeline) {
        assertThat(timeline.clips().stream().map(MediaSegment::id)).doesNotHaveDuplicates();
        return timeline.clips().stream()
                .map(clip -> clip.name().charAt(0) + " " + seconds(timeline, clip.in()) + "-"
                        + seconds(timeline, clip.out()))
                .toList();
    }

    private static double seconds(Timeline timeline, long frame) {
        return timeline.rate().seconds(frame);
    }
}
