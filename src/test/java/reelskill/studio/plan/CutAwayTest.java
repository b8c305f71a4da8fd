package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** Files that fill the picture for a while, among clips of 10, 60 and 20 s at 25 pictures a second. */
class CutAwayTest {
    private static final List<LibraryItem> CLIPS = Library.THREE_CLIPS;
    private final Planner planner = new Planner();
    private final Library library = new Library(CLIPS);
    private Timeline now = Timelines.of("talk", CLIPS);

    @Test
    void clipShowsWhatItShowedOverTheOthersAndIsSilent() {
        say("cut the first 5 seconds of clip 3");
        say("use beach.mov as b-roll from 0:10 to 0:15");
        assertThat(now.clips()).extracting(MediaSegment::name).containsExactly("intro.mp4", "interview.mp4");
        assertThat(now.insets().all()).singleElement().satisfies(picture -> {
            assertThat(List.of(picture.start(), picture.end(), picture.in())).containsExactly(250L, 375L, 125L);
            assertThat(picture.volume()).isZero();
        });
    }

    @Test
    void itShowsNoMoreThanTheClipDid() {
        say("trim clip 3 to 3 seconds");
        say("use beach.mov as b-roll from 0:10 to 0:15");
        assertThat(now.insets().all()).singleElement().satisfies(picture -> assertThat(picture.duration())
                .isEqualTo(75));
    }

    @Test
    void picturesInPictureStayAboveIt() {
        say("add intro.mp4 as a picture in picture in the top right corner");
        say("show beach.mov full screen from 0:05 to 0:08");
        assertThat(names()).isEqualTo("beach.mov intro.mp4");
        say("remove the b-roll");
        assertThat(names()).isEqualTo("intro.mp4");
    }

    @Test
    void nothingIsFilledByTheOnlyClip() {
        now = Timelines.of("talk", CLIPS.subList(0, 1));
        EditPlan plan = planner.plan("show intro.mp4 full screen from 0:02 to 0:04", now, CLIPS.subList(0, 1));
        EditResult result = plan.apply(now, library);
        assertThat(result.after()).isEqualTo(now);
        assertThat(result.notDone()).singleElement().asString().contains("all there is");
    }

    private String names() {
        return now.insets().all().stream().map(MediaSegment::name).collect(Collectors.joining(" "));
    }

    private void say(String sentence) {
        EditPlan plan = planner.plan(sentence, now, CLIPS);
        assertThat(plan.notUnderstood()).isEmpty();
        now = plan.apply(now, library).after();
    }
}
