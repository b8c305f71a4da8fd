package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reelskill.studio.timeline.DraftJson;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle.Motion;
import reelskill.studio.timeline.Timeline;

/** What sentences about pictures over the video do to a timeline of 25 frames a second. */
class OverlayEditsTest {
    private static final LibraryItem TALK = Library.video("v1", "talk.mp4", 60);
    private static final LibraryItem CAMERA = Library.video("v2", "webcam.mp4", 20);
    private static final LibraryItem LOGO = Library.picture("p1", "logo.png");
    private static final List<LibraryItem> ALL = List.of(TALK, CAMERA, LOGO);

    private Timeline now = Timelines.of("talk", List.of(TALK));
    private EditResult last = new EditResult(now, List.of(), List.of());

    @Test
    void logoStaysOnThroughCutsAndReachesTheEndOfWhatFollows() {
        say("put my logo in the top right corner");
        say("remove 0:10 to 0:20");
        assertThat(now.insets().all()).singleElement().satisfies(logo -> assertThat(logo.end())
                .isEqualTo(50 * 25));
        say("slow down 2x");
        assertThat(now.insets().all()).singleElement().satisfies(logo -> assertThat(logo.end())
                .isEqualTo(now.duration()));
    }

    @Test
    void cameraIsCutWithTheVideoAndAddsNothingToItsLength() {
        say("add webcam.mp4 as a picture in picture from 0:50 to 1:00");
        say("remove 0:52 to 0:54");
        List<MediaSegment> pieces = now.insets().all();
        assertThat(now.duration()).isEqualTo(58 * 25);
        assertThat(pieces).extracting(MediaSegment::start).containsExactly(50L * 25, 52L * 25);
        assertThat(pieces.get(1).in()).isEqualTo(4 * 25);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.volume()).isZero());
        say("remove the last 30 seconds");
        assertThat(now.insets().all()).isEmpty();
    }

    @Test
    void whatWasAskedForIsToldInBothLanguages() {
        say("add webcam.mp4 as a picture in picture in the bottom left corner");
        assertThat(last.done())
                .containsExactly(
                        "Picture in picture: \"webcam.mp4\" bottom left (0-20 s), without its sound (\"unmute the small video\" brings it)");
        say("unmute the small video");
        assertThat(now.insets().all().get(0).volume()).isEqualTo(1);
        say("把小窗移到右上角");
        assertThat(last.done()).containsExactly("画中画“webcam.mp4”已更改：右上角");
        say("去掉画中画");
        assertThat(last.done()).containsExactly("已从视频上移除：webcam.mp4");
        assertThat(now).isEqualTo(Timelines.of("talk", List.of(TALK)));
    }

    @Test
    void splitScreenLastsAsLongAsBothPlayAndSoundsLikeTheFirst() {
        say("split screen with talk.mp4 on top and webcam.mp4 below");
        assertThat(now.duration()).isEqualTo(20 * 25);
        assertThat(last.notDone()).singleElement().asString().contains("40 s of \"talk.mp4\"");
        MediaSegment lower = now.insets().all().get(0);
        assertThat(lower.volume()).isZero();
        assertThat(now.clips().get(0).volume()).isEqualTo(1);
        assertThat(place(now.clips().get(0)).y()).isZero();
        assertThat(place(lower).y()).isEqualTo(now.canvas().height() / 2);
        assertThat(DraftJson.read(DraftJson.write(now))).isEqualTo(now);
        say("remove the split screen");
        assertThat(now.insets().all()).isEmpty();
        assertThat(now.clips().get(0).effects().get(Placement.class)).isEmpty();
    }

    @Test
    void fileThatIsPutOverTheVideoIsNoClipAnyMore() {
        now = Timelines.of("talk", List.of(TALK, LOGO));
        say("put logo.png in the bottom right corner");
        assertThat(now.clips()).hasSize(1);
        assertThat(now.duration()).isEqualTo(60 * 25);
        assertThat(last.done()).hasSize(2);
    }

    @Test
    void endCardGoesWithTheStillThatWasHeldForIt() {
        say("add an end card \"Thanks\" with a subscribe button for 5 seconds");
        assertThat(now.duration()).isEqualTo(65 * 25);
        TextSegment card = now.texts().get(0);
        assertThat(card.text()).isEqualTo("Thanks\nSubscribe");
        assertThat(card.end()).isEqualTo(now.duration());
        say("remove the end card");
        assertThat(now.duration()).isEqualTo(60 * 25);
        assertThat(now.texts()).isEmpty();
    }

    @Test
    void lowerThirdSlidesForMoreThanHalfASecond() {
        say("add a lower third 'Anna Li, CEO' at 0:05 for 4 seconds");
        TextSegment text = now.texts().get(0);
        assertThat(text.style().motion()).isEqualTo(Motion.SLIDE);
        assertThat(text.fade()).isEqualTo(15);
        say("make the lower third appear at once");
        assertThat(now.texts().get(0).fade()).isZero();
        say("remove the lower third");
        assertThat(now.texts()).isEmpty();
    }

    @Test
    void whatWasPutThereLastCanBeMadeBiggerOrLastLonger() {
        Planner planner = new Planner();
        EditPlan plan = planner.plan("add my logo", now, ALL);
        Past past = new Past(Set.of(), () -> Optional.of(LastChange.of(now, plan)));
        Timeline logoed = plan.apply(now, new Library(ALL)).after();
        Timeline bigger = planner.plan("make it bigger", logoed, ALL, past)
                .apply(logoed, new Library(ALL))
                .after();
        assertThat(sizeOf(bigger)).isGreaterThan(1.3 * sizeOf(logoed));
        Timeline brief = planner.plan("make that 5 seconds", logoed, ALL, past)
                .apply(logoed, new Library(ALL))
                .after();
        assertThat(brief.insets().all()).singleElement().satisfies(logo -> assertThat(logo.duration())
                .isEqualTo(125));
    }

    private static double sizeOf(Timeline timeline) {
        return InsetRef.placement(timeline.insets().all().get(0)).orElseThrow().size();
    }

    @Test
    void pictureOverWordsIsTold() {
        say("add a lower third 'Anna Li, CEO' at 0:05 for 4 seconds");
        say("add webcam.mp4 as a picture in picture in the bottom left corner");
        assertThat(last.notDone()).containsExactly("It stands over \"Anna Li, CEO\" for a while; move one of them.");
    }

    @Test
    void answerNamesTheFileThatWasNotClear() {
        List<LibraryItem> pictures = List.of(TALK, Library.picture("p2", "cat.jpg"), Library.picture("p3", "dog.jpg"));
        Planner planner = new Planner();
        Question question = planner.plan("put a picture in the top left corner", now, pictures)
                .questions()
                .get(0);
        assertThat(question.words()).isEqualTo("Which file: cat.jpg, dog.jpg?");
        String meant = planner.meant("dog.jpg", now, pictures, Past.NONE, question);
        EditPlan answered = planner.plan(meant, now, pictures);
        assertThat(Notation.of(answered)).isEqualTo("inset dog.jpg 0,0 0.13");
    }

    @Test
    void answerNamesTheTwoClipsOfASplitScreen() {
        List<LibraryItem> clips = Library.THREE_CLIPS;
        Timeline all = Timelines.of("all", clips);
        Planner planner = new Planner();
        Question question = planner.plan("上下分屏", all, clips).questions().get(0);
        String meant = planner.meant("片段1和片段3", all, clips, Past.NONE, question);
        EditPlan answered = planner.plan(meant, all, clips);
        assertThat(Notation.of(answered)).isEqualTo("splitscreen clip1 clip3 stacked");
    }

    private void say(String sentence) {
        EditPlan plan = new Planner().plan(sentence, now, ALL);
        assertThat(plan.notUnderstood()).as(sentence).isEmpty();
        assertThat(plan.questions()).as(sentence).isEmpty();
        last = plan.apply(now, new Library(ALL));
        now = last.after();
    }

    private Placement.Area place(MediaSegment media) {
        return media.effects().get(Placement.class).orElseThrow().on(now.canvas(), now.canvas());
    }
}
