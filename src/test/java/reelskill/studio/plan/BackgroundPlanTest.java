package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.DraftJson;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.ScreenKey;
import reelskill.studio.timeline.Timeline;

/** What becomes of a timeline when its background changes. */
class BackgroundPlanTest {
    private static final Backdrop BLURRED = new Backdrop.Blur(Backdrop.Strength.MEDIUM);
    private static final LibraryItem TALK = Library.video("m1", "talk.mp4", 20);
    private static final LibraryItem BEACH = picture("p1", "beach.jpg");
    private static final LibraryItem OFFICE = picture("p2", "office.png");
    private final Planner planner = new Planner();

    @Test
    void partOfAClipIsSplitOffAndOnlyItIsBlurred() {
        EditResult result = apply("from 0:05 to 0:10 blur my background", TALK);
        assertThat(result.done()).containsExactly("Background blurred (5-10 s)");
        assertThat(result.after().clips()).extracting(MediaSegment::start).containsExactly(0L, 125L, 250L);
        assertThat(backdrops(result)).containsExactly(Optional.empty(), Optional.of(BLURRED), Optional.empty());
        assertThat(apply("在前5秒虚化背景", TALK).done()).containsExactly("背景已虚化（0-5秒）");
    }

    @Test
    void timesOfANamedClipAreItsOwn() {
        EditResult result =
                apply("blur the background in the first 2 seconds of the second clip", TALK, video("b", 10));
        assertThat(result.done()).containsExactly("Background blurred (20-22 s)");
    }

    @Test
    void timesOutsideChangeNothingAndAreTold() {
        EditResult result = apply("blur my background from 0:30 to 0:40", TALK);
        assertThat(result.after()).isEqualTo(Timelines.of("t", List.of(TALK)));
        assertThat(result.done()).isEmpty();
        assertThat(result.notDone()).containsExactly("30-40 s lies outside: there are only 20 s.");
    }

    @Test
    void splitBesideATransitionLeavesADraftThatCanBeRead() {
        EditResult result =
                apply("add transitions, then blur my background from 19.7 s to 20.1 s", TALK, video("b", 10));
        assertThat(DraftJson.read(DraftJson.write(result.after()))).isEqualTo(result.after());
        assertThat(backdrops(result)).contains(Optional.of(BLURRED));
    }

    @Test
    void fileThatBecomesABackgroundIsNoClipAnyMore() {
        EditResult result = apply("use beach.jpg as my background", TALK, BEACH);
        assertThat(result.after().clips()).singleElement().satisfies(clip -> {
            assertThat(clip.mediaId()).isEqualTo("m1");
            assertThat(clip.backdrop()).contains(new Backdrop.Picture("p1"));
        });
        assertThat(result.done())
                .containsExactly(
                        "Background replaced: beach.jpg",
                        "beach.jpg is the background now and no longer a clip of its own");
        assertThat(apply("put the second video behind me", TALK, video("b", 10))
                        .after()
                        .clips())
                .hasSize(1);
    }

    @Test
    void onlyPictureIsMeantByThisPictureAndSeveralAreAskedAbout() {
        assertThat(backdrops(apply("用这张图片做背景", TALK, BEACH))).containsExactly(Optional.of(new Backdrop.Picture("p1")));
        List<LibraryItem> both = List.of(TALK, BEACH, OFFICE);
        EditPlan plan = planner.plan("use this picture as my background", Timelines.of("t", both), both);
        assertThat(plan.questions())
                .singleElement()
                .extracting(Question::words)
                .isEqualTo("Which picture: beach.jpg, office.png?");
        List<LibraryItem> playing = List.of(TALK, BEACH);
        EditPlan waiting = planner.plan("use this picture as my background", Timelines.of("t", playing), both);
        assertThat(waiting.operations()).singleElement().asString().contains("office.png");
    }

    @Test
    void pictureWithNobodyElseToStandBeforeItStays() {
        EditResult result = apply("use beach.jpg as my background", BEACH);
        assertThat(result.after().clips()).hasSize(1);
        assertThat(result.notDone()).containsExactly("beach.jpg cannot stand behind itself.");
    }

    @Test
    void eachClipHasItsOwn() {
        EditResult result = apply("office for the first clip, blur for the second", TALK, video("b", 10));
        assertThat(backdrops(result))
                .containsExactly(Optional.of(new Backdrop.Room(Backdrop.Place.CLEAN_OFFICE)), Optional.of(BLURRED));
    }

    @Test
    void screenIsKeyedAndToldAndGoesWithTheBackground() {
        Library filmed = new Library(List.of(TALK)).screen("m1", 0x20C040).empty("m1");
        Timeline before = Timelines.of("t", List.of(TALK));
        EditResult result = planner.plan("replace the green screen with a clean office", before, List.of(TALK))
                .apply(before, filmed);
        assertThat(result.done())
                .containsExactly(
                        "Background replaced: clean office",
                        "There is a green or blue screen behind, so people are cut out by its colour");
        assertThat(result.notDone()).isEmpty();
        assertThat(result.after().clips())
                .allSatisfy(
                        clip -> assertThat(clip.effects().get(ScreenKey.class)).contains(new ScreenKey(0x20C040)));
        EditResult back = planner.plan("恢复原来的背景", result.after(), List.of(TALK)).apply(result.after(), filmed);
        assertThat(back.after()).isEqualTo(before);
    }

    @Test
    void screenThatIsNotThereIsToldAndThePersonCutOutAllTheSame() {
        EditResult result = apply("replace the green screen with a clean office", TALK);
        assertThat(result.notDone())
                .containsExactly("I see no green or blue screen in talk.mp4; people are cut out by their shape.");
        assertThat(backdrops(result)).allMatch(Optional::isPresent);
    }

    @Test
    void tipComesOnlyWhereTheEdgeIsUnsureAndNamesTheMoments() {
        Library unsure = new Library(List.of(TALK)).unsure("m1", Duration.ofSeconds(3), Duration.ofSeconds(15));
        Timeline before = Timelines.of("t", List.of(TALK));
        EditResult result = planner.plan("blur my background from 0:02 to 0:10", before, List.of(TALK))
                .apply(before, unsure);
        assertThat(result.notDone())
                .containsExactly("The edge of the person is hard to tell around 0:03:"
                        + " solid or high-contrast clothing and more light help.");
        assertThat(apply("blur my background", TALK).notDone()).isEmpty();
        assertThat(planner.plan("虚化背景", before, List.of(TALK))
                        .apply(before, unsure)
                        .notDone())
                .containsExactly("在0:03、0:15附近人物边缘难以分辨：穿纯色或与背景对比明显的衣服、光线充足会更好。");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 640, true, FINE, because their edge is hard to tell and the piece is short",
        "8, 640, false, ,",
        "11, 640, true, ,",
        "1190, 640, false, ,",
        "1210, 640, true, FAST, because the video is long",
        "8, 240, true, FAST, because so small a picture has no finer edges"
    })
    void howPeopleAreCutOutIsChosenAndToldWhereNobodySaysIt(
            double seconds, int width, boolean isUnsure, Cutout.@Nullable Care care, @Nullable String why) {
        LibraryItem filmed = sized(Library.video("m1", "talk.mp4", seconds), width);
        EditResult result = blurred("blur my background", filmed, isUnsure);
        assertThat(result.after().clips().get(0).effects().get(Cutout.class).map(Cutout::care))
                .isEqualTo(Optional.ofNullable(care));
        if (why == null) assertThat(result.done()).containsExactly("Background blurred");
        else assertThat(result.done()).hasSize(2).last().asString().contains(why);
    }

    @Test
    void choiceIsToldInChinese() {
        assertThat(blurred("虚化背景", Library.video("m1", "talk.mp4", 8), true).done())
                .last()
                .asString()
                .startsWith("人物边缘难以分辨且片段很短，已使用精细抠像");
    }

    @Test
    void whatThePersonSaysOfTheEdgesIsDoneInsteadOfWhatTheStudioWouldChoose() {
        LibraryItem filmed = Library.video("m1", "talk.mp4", 8);
        EditResult result = blurred("blur my background in fast mode", filmed, true);
        assertThat(result.after().clips().get(0).effects().get(Cutout.class)).contains(new Cutout(Cutout.Care.FAST));
        assertThat(String.join(" ", result.done())).doesNotContain("because");
    }

    private EditResult blurred(String sentence, LibraryItem filmed, boolean isUnsure) {
        Library library = new Library(List.of(filmed));
        if (isUnsure) library.unsure("m1", Duration.ofSeconds(3));
        Timeline before = Timelines.of("t", List.of(filmed));
        return planner.plan(sentence, before, List.of(filmed)).apply(before, library);
    }

    private static LibraryItem sized(LibraryItem item, int width) {
        MediaFacts facts = item.facts();
        MediaFacts.Video was = facts.video().orElseThrow();
        MediaFacts.Video look = new MediaFacts.Video(
                "h264", new Resolution(width, width * 9 / 16 / 2 * 2), was.rate(), false, 0, "yuv420p", false);
        return new LibraryItem(
                item.id(),
                item.name(),
                new MediaFacts(facts.kind(), facts.duration(), Optional.of(look), facts.audio()));
    }

    private static List<Optional<Backdrop>> backdrops(EditResult result) {
        return result.after().clips().stream().map(MediaSegment::backdrop).toList();
    }

    private EditResult apply(String sentence, LibraryItem... media) {
        Timeline timeline = Timelines.of("t", List.of(media));
        return planner.plan(sentence, timeline, List.of(media)).apply(timeline, new Library(List.of(media)));
    }

    private static LibraryItem video(String id, double seconds) {
        return Library.video(id, id + ".mp4", seconds);
    }

    private static LibraryItem picture(String id, String name) {
        MediaFacts.Video look = new MediaFacts.Video(
                "mjpeg", new Resolution(1280, 720), new FrameRate(25, 1), false, 0, "yuvj420p", false);
        return new LibraryItem(
                id, name, new MediaFacts(MediaFacts.Kind.IMAGE, Duration.ZERO, Optional.of(look), Optional.empty()));
    }
}
