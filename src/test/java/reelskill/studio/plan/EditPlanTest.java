package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** Sentences applied to real timelines: what becomes of them and what is said. */
class EditPlanTest {
    private static final List<LibraryItem> TALK = List.of(Library.video("m1", "talk.mp4", 60));
    private static final Library FOOTAGE = new Library(Library.THREE_CLIPS)
            .boring("m1", TimeRange.ofSeconds(2, 4), TimeRange.ofSeconds(6, 7.5))
            .boring("m2", TimeRange.ofSeconds(30.01, 31.99));

    private final Planner planner = new Planner();

    @Test
    void mainJobIsToldWithItsFigures() {
        EditResult result =
                three("cut the boring parts, add transitions, add a title saying 'Weekly update', and export");
        assertThat(result.done())
                .containsExactly(
                        "Removed 3 pauses, 5.4 s in all (longer than 0.6 s, keeping 0.15 s on each side; still pictures longer than 2 s)",
                        "Added 5 crossfades of 0.5 s; the video is 1 s shorter, because the clips overlap there",
                        "Title added: \"Weekly update\" (0-3 s)");
        assertThat(result.notDone()).isEmpty();
        assertThat(result.after().clips()).hasSize(6);
    }

    @Test
    void chineseSentenceIsAnsweredInChinese() {
        EditResult result = three("去掉停顿，加一个标题“周报”");
        assertThat(result.done()).containsExactly("删除了3处停顿，共5.4秒（超过0.6秒，两侧各保留0.15秒）", "已添加标题：“周报”（0-3秒）");
    }

    @Test
    void deadAirAtTheEndsGoesAndThatBetweenStays() {
        Library footage = new Library(TALK)
                .boring("m1", TimeRange.ofSeconds(0, 2), TimeRange.ofSeconds(30, 32), TimeRange.ofSeconds(57, 60));
        Timeline before = Timelines.of("talk", TALK);
        Timeline both = planner.plan("cut the dead air off both ends", before, TALK)
                .apply(before, footage)
                .after();
        assertThat(Library.RATE.seconds(both.duration())).isEqualTo(55);
        Timeline start = planner.plan("remove the silence at the start", before, TALK)
                .apply(before, footage)
                .after();
        assertThat(Library.RATE.seconds(start.duration())).isEqualTo(58);
    }

    @Test
    void pausesAlonePlayFaster() {
        EditResult result = three("speed up the pauses 2x");
        assertThat(result.done()).singleElement().asString().startsWith("3 pauses play at 2× (longer than 0.6 s");
        assertThat(result.after().clips())
                .extracting(clip -> clip.pace().factor())
                .containsExactly(1.0, 2.0, 1.0, 2.0, 1.0, 1.0, 2.0, 1.0, 1.0);
        assertThat(Library.RATE.seconds(result.after().duration())).isBetween(87.2, 87.4);
    }

    @Test
    void clipGivesItsPlaceToACardOfItsLength() {
        EditResult result = three("replace clip 2 with a black card");
        assertThat(result.after().clips()).extracting(MediaSegment::card).containsExactly(false, true, false);
        assertThat(Library.RATE.seconds(result.after().duration())).isEqualTo(90);
    }

    @Test
    void pictureOfAClipFreezesAtTheTimeOfThatClip() {
        EditResult result = three("freeze the last frame of clip 2 for 2 seconds");
        assertThat(result.done())
                .singleElement()
                .asString()
                .startsWith("Froze the picture at 1:10 for 2 s; the video now lasts 1:32");
    }

    @Test
    void whatStandsStillAtTheEndFadesOutWithNothingBehindIt() {
        for (String said : List.of(
                "freeze the last frame for 3 seconds and fade out for 2 seconds",
                "fade out for 2 seconds and freeze the last frame for 3 seconds")) {
            List<MediaSegment> clips = three(said).after().clips();
            MediaSegment still = clips.get(clips.size() - 1);
            assertThat(Library.RATE.seconds(still.fadeOut())).isEqualTo(2);
            assertThat(Library.RATE.seconds(still.end())).isEqualTo(93);
        }
    }

    @Test
    void removedStretchesNeverReachBeyondWhatIsBoring() {
        MediaSegment second = three("remove the pauses").after().clips().get(3);
        assertThat(Library.RATE.seconds(second.out())).isGreaterThanOrEqualTo(30.01);
    }

    @Test
    void cuttingAgainFindsNothingMore() {
        Timeline once = three("remove the pauses").after();
        EditResult again =
                planner.plan("remove the pauses", once, Library.THREE_CLIPS).apply(once, FOOTAGE);
        assertThat(again.after()).isEqualTo(once);
        assertThat(again.notDone()).containsExactly("Found no pause longer than 0.6 s; nothing was removed.");
    }

    @Test
    void backgroundIsReplacedInEveryClipAndSurvivesLaterCuts() {
        EditResult result =
                three("replace the background with a clean office, then split at 0:05, move clip 2 to the front");
        assertThat(result.done()).startsWith("Background replaced: clean office");
        assertThat(result.after().clips()).hasSizeGreaterThan(3).allMatch(clip -> clip.backdrop()
                .equals(Optional.of(new Backdrop.Room(Backdrop.Place.CLEAN_OFFICE))));
        assertThat(three("把背景换成干净的办公室").done()).containsExactly("背景已更换：干净的办公室");
    }

    @Test
    void backgroundStaysWhereNobodyIsSeen() {
        Timeline before = Timelines.of("talk", TALK);
        EditResult result =
                planner.plan("blur the background", before, TALK).apply(before, new Library(TALK).empty("m1"));
        assertThat(result.after()).isEqualTo(before);
        assertThat(result.notDone()).containsExactly("I see nobody in the video, so the background stays as it is.");
    }

    @Test
    void rangesMeanTheVideoAsItWas() {
        assertThat(talk("remove 0:10-0:20, then remove 0:40-0:50").done())
                .containsExactly("Removed 10-20 s, 40-50 s (20 s); 40 s remain");
    }

    @Test
    void rangeBeyondTheEndIsClampedAndSaid() {
        EditResult result = talk("remove 0:50 to 1:30");
        assertThat(result.after().duration()).isEqualTo(50 * 25);
        assertThat(result.notDone()).singleElement().asString().contains("0:50-1:00");
    }

    @Test
    void rangeOutsideChangesNothingAndSaysWhy() {
        EditResult result = talk("remove 2:00 to 2:30");
        assertThat(result.done()).isEmpty();
        assertThat(result.notDone()).containsExactly("2:00-2:30 lies outside: there are only 60 s.");
    }

    @Test
    void removingEverythingIsRefused() {
        EditResult result = talk("remove the first 2 minutes");
        assertThat(result.after().duration()).isEqualTo(60 * 25);
        assertThat(result.notDone()).anyMatch(sentence -> sentence.contains("whole video"));
    }

    @Test
    void secondClipOfOneIsNamedAsMissing() {
        assertThat(talk("mute the second clip").notDone())
                .containsExactly("There is only one clip on the timeline, so nothing was changed.");
    }

    @Test
    void secondClipIsMutedAlone() {
        EditResult result = three("mute the second clip");
        assertThat(result.after().clips()).extracting(MediaSegment::volume).containsExactly(1.0, 0.0, 1.0);
        assertThat(result.done()).containsExactly("Muted the sound of clip 2, \"interview.mp4\" (0:10-1:10)");
    }

    @Test
    void wholeClipsAreShortenedForTheirTransitions() {
        EditResult result = three("add a 1 second crossfade between all clips");
        assertThat(result.done())
                .containsExactly(
                        "Added 2 crossfades of 1 s; the video is 2 s shorter, because the clips overlap there");
        assertThat(result.after().duration()).isEqualTo(88 * 25);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add a 5 second crossfade between clip 1 and clip 2 | Added 1 crossfade of 2.5 s;            | It is shorter than 5 s: a transition takes at most a third of a clip.
            add a 5 second crossfade between all clips         | Added 2 crossfades of 2.5 s to 5 s;    | 1 of them is shorter than 5 s: a transition takes at most a third of a clip.
            给所有片段之间加5秒叠化转场                          | 添加了2个2.5秒至5秒的                    | 其中1个未达到5秒：转场最多占片段的三分之一。
            """)
    void transitionWithoutRoomIsToldAsLongAsItIs(String sentence, String done, String notDone) {
        EditResult result = three(sentence);
        assertThat(result.done()).singleElement().asString().startsWith(done);
        assertThat(result.notDone()).containsExactly(notDone);
        assertThat(result.after().clips().get(1).transition().duration()).isEqualTo(62);
    }

    @Test
    void movedClipComesFirst() {
        assertThat(three("move the last clip to the front").after().clips())
                .extracting(MediaSegment::name)
                .containsExactly("beach.mov", "intro.mp4", "interview.mp4");
    }

    @Test
    void verticalKeepsTheShorterSide() {
        assertThat(talk("make it vertical").done()).containsExactly("Picture size: 1280x720 → 720x1280");
        assertThat(talk("for tiktok").done()).containsExactly("Picture size: 1280x720 → 1080x1920");
    }

    @Test
    void titleAfterTheEndIsNotAdded() {
        assertThat(talk("add a title \"Hi\" at 2:00").notDone())
                .containsExactly("\"Hi\" was not added: 2:00 lies after the end of the video (60 s).");
    }

    @Test
    void restIsDoneWhenAPartIsNotAvailable() {
        EditResult result = talk("translate it to French, and trim the first 5 seconds");
        assertThat(result.done()).containsExactly("Removed 0-5 s (5 s); 55 s remain");
        assertThat(result.notDone()).singleElement().asString().startsWith("I cannot translate");
    }

    @Test
    void nonsenseGetsExamplesAndChangesNothing() {
        EditResult result = talk("flurb the wozzle");
        assertThat(result.done()).isEmpty();
        assertThat(result.notDone())
                .singleElement()
                .asString()
                .contains("flurb")
                .contains("cut the boring parts");
    }

    @Test
    void questionIsAskedAndNothingApplied() {
        Timeline now = Timelines.of("talk", TALK);
        EditPlan plan = planner.plan("cut the boring parts and add a title", now, TALK);
        assertThat(plan.questions()).hasSize(1);
        assertThatThrownBy(() -> plan.apply(now, FOOTAGE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answerCompletesTheSentenceThatWasAsked() {
        Timeline now = Timelines.of("talk", TALK);
        Question open =
                planner.plan("mute it and add a title", now, TALK).questions().get(0);
        EditPlan plan = planner.plan(planner.meant("Weekly update", now, TALK, Past.NONE, open), now, TALK);
        assertThat(Notation.of(plan)).isEqualTo("volume all 0% ; title \"Weekly update\" 0 3");
    }

    @Test
    void bareFollowUpMeansTheOnlyTitle() {
        Timeline titled = talk("add a title \"Hi\"").after();
        EditPlan plan = planner.plan("make it bigger", titled, TALK);
        assertThat(plan.apply(titled, FOOTAGE).done()).containsExactly("Title \"Hi\" changed: size × 1.4");
    }

    @Test
    void emptyTimelineIsSaidOnce() {
        Timeline empty = Timelines.empty("new", List.of());
        EditResult result = planner.plan("trim the first 5 seconds and add a title \"A\"", empty, List.of())
                .apply(empty, FOOTAGE);
        assertThat(result.notDone()).singleElement().asString().contains("upload");
    }

    @Test
    void uploadsInOrderAreTheTimelineAtTheFirstVideosRateAndSize() {
        Timeline timeline = Timelines.of("three", Library.THREE_CLIPS);
        assertThat(timeline.clips()).extracting(MediaSegment::start).containsExactly(0L, 250L, 1750L);
        assertThat(timeline.rate()).isEqualTo(Library.RATE);
        assertThat(timeline.canvas()).hasToString("1280x720");
    }

    private EditResult talk(String sentence) {
        return applied(sentence, TALK);
    }

    private EditResult three(String sentence) {
        return applied(sentence, Library.THREE_CLIPS);
    }

    private EditResult applied(String sentence, List<LibraryItem> library) {
        Timeline timeline = Timelines.of("film", library);
        return planner.plan(sentence, timeline, library).apply(timeline, FOOTAGE);
    }
}
