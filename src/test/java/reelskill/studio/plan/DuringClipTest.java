package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/** What is done to the time of one clip, and to music and words that are there. The clips last 10, 60 and 20 s at 25 a second. */
class DuringClipTest {
    private static final List<LibraryItem> CLIPS = Library.THREE_CLIPS;
    private final Planner planner = new Planner();
    private Timeline now = Timelines.of("talk", CLIPS);
    private Optional<LastChange> last = Optional.empty();

    @Test
    void eachClipHasATitleOfItsOwnFromItsBeginning() {
        say("第一段标题写“早上”，第二段写“中午”");
        assertThat(now.texts()).extracting(TextSegment::text).containsExactly("早上", "中午");
        assertThat(now.texts()).extracting(TextSegment::start).containsExactly(0L, 250L);
    }

    @Test
    void titleOfAClipGoesWhereTheClipWentInTheSameMessage() {
        say("把第二段放到最后，再给它加个标题“彩蛋”");
        assertThat(now.texts()).singleElement().satisfies(text -> assertThat(text.start())
                .isEqualTo(750));
    }

    @Test
    void musicOfAClipIsHeardThereAlone() {
        say("第二段加悲伤的音乐");
        assertThat(now.music()).singleElement().satisfies(bed -> assertThat(List.of(bed.start(), bed.end()))
                .containsExactly(250L, 1750L));
    }

    @Test
    void otherMusicOfAClipLeavesTheRestUnderWhatWasThere() {
        say("加欢快的音乐");
        String before = now.music().get(0).piece().mediaId();
        say("第二段换成悲伤的音乐");
        assertThat(now.music()).extracting(MusicBed::start).containsExactlyInAnyOrder(0L, 250L, 1750L);
        assertThat(now.music())
                .filteredOn(bed -> bed.start() != 250)
                .extracting(bed -> bed.piece().mediaId())
                .containsOnly(before);
    }

    @Test
    void otherMusicForATimeLeavesTheRestUnderWhatWasThere() {
        say("add happy music");
        String before = now.music().get(0).piece().mediaId();
        EditResult result = say("add sad music from 0:01 to 0:20");
        assertThat(result.done())
                .singleElement()
                .asString()
                .contains("Music added: sad")
                .contains("stays as it was");
        assertThat(now.music()).extracting(MusicBed::start).containsExactlyInAnyOrder(25L, 500L);
        assertThat(now.music())
                .filteredOn(bed -> bed.start() == 500)
                .singleElement()
                .satisfies(bed -> {
                    assertThat(bed.piece().mediaId()).isEqualTo(before);
                    assertThat(bed.end()).isEqualTo(2250);
                    assertThat(bed.fadeIn()).isPositive();
                });
    }

    @Test
    void otherMusicFromAClipOnLeavesNothingOfTheOldBehindIt() {
        say("加欢快的音乐");
        say("第二段开始换成悲伤的音乐");
        assertThat(now.music()).extracting(MusicBed::start).containsExactlyInAnyOrder(0L, 250L);
        assertThat(now.music()).extracting(MusicBed::end).containsExactlyInAnyOrder(250L, 2250L);
    }

    @Test
    void titleBehindTheEndOfItsClipIsNotAdded() {
        assertThat(say("add a title \"Hi\" to clip 1 at 0:20").notDone()).hasSize(1);
        assertThat(now.texts()).isEmpty();
    }

    @Test
    void clipThatIsSparedHearsNoMusic() {
        say("加首欢快的bgm，第二段不要");
        assertThat(now.music()).extracting(MusicBed::start).containsExactly(0L, 1750L);
    }

    @Test
    void whatIsAddedToOnePartAndCannotBeIsNotAddedAtAll() {
        EditResult result = say("加转场，只要第一段");
        assertThat(result.after().clips()).isEqualTo(Timelines.of("talk", CLIPS).clips());
        assertThat(result.notDone()).isNotEmpty();
    }

    @Test
    void musicThatIsThereBeginsLaterAndIsTheSamePiece() {
        say("加悲伤的音乐");
        MusicBed before = now.music().get(0);
        assertThat(say("把bgm从5秒开始放").done()).containsExactly("音乐现在在0:05-1:30播放");
        MusicBed after = now.music().get(0);
        assertThat(after.start()).isEqualTo(125);
        assertThat(after.end()).isEqualTo(before.end());
        assertThat(after.piece().mediaId()).isEqualTo(before.piece().mediaId());
    }

    @Test
    void musicIsNotMovedBehindTheVideoAndThatIsTold() {
        say("加悲伤的音乐");
        Timeline before = now;
        assertThat(say("音乐从200秒开始").notDone()).hasSize(1);
        assertThat(now).isEqualTo(before);
    }

    @Test
    void clipInTheMiddleComesFromBlackAndGoes() {
        say("第二段淡入2秒");
        say("第二段淡出1秒");
        assertThat(now.clips()).extracting(MediaSegment::fadeIn).containsExactly(0L, 50L, 0L);
        assertThat(now.clips()).extracting(MediaSegment::fadeOut).containsExactly(0L, 25L, 0L);
    }

    @Test
    void secondsOfAClipAreThoseOfItsOwnTime() {
        assertThat(say("第二段前5秒静音，后5秒静音").done()).containsExactly("已静音（片段2“interview.mp4”（0:10-1:10））：10-15秒、1:05-1:10");
    }

    @Test
    void fadesOfAShortClipFitIntoIt() {
        say("第一段淡入淡出30秒");
        assertThat(now.clips().get(0).fadeIn()).isEqualTo(125);
        assertThat(now.clips().get(0).fadeOut()).isEqualTo(125);
    }

    @Test
    void wordOfATitleIsReplacedAndTheRestOfItStays() {
        say("加个标题“周末去哪儿”");
        say("把标题里的“周末”改成“假期”");
        assertThat(now.texts()).extracting(TextSegment::text).containsExactly("假期去哪儿");
    }

    @Test
    void copyIsPlayedBackwardsAndItsOriginalIsNot() {
        say("第三段复制一份放到最后，倒放");
        List<MediaSegment> clips = now.clips();
        assertThat(clips).hasSize(4);
        assertThat(clips.get(3).pace()).isInstanceOf(Pace.Backwards.class);
        assertThat(clips.get(2).pace()).isNotInstanceOf(Pace.Backwards.class);
    }

    private EditResult say(String message) {
        Optional<LastChange> before = last;
        EditPlan plan = planner.plan(message, now, CLIPS, new Past(Set.of(), () -> before));
        EditResult result = plan.apply(now, new Library(CLIPS));
        if (plan.asksForSomething()) last = Optional.of(LastChange.of(now, plan));
        now = result.after();
        return result;
    }
}
