package reelskill.studio.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reelskill.media.ExportFormat;
import reelskill.media.FrameRate;
import reelskill.studio.timeline.Transition.Kind;

/** Clips are written {@code media start+duration@in}. */
class EditVerbsTest {
    private static final FrameRate RATE = new FrameRate(25, 1);

    @Test
    void removingTheMiddleClosesTheGap() {
        assertThat(clips(row(100).remove(ranges(40, 60)))).isEqualTo("m1 0+40@100, m1 40+40@160");
    }

    @Test
    void removingAcrossACutTrimsBothNeighbours() {
        assertThat(clips(row(100, 100).remove(ranges(90, 130)))).isEqualTo("m1 0+90@100, m2 90+70@130");
    }

    @Test
    void removingAWholeClipLeavesItsNeighbours() {
        assertThat(clips(row(10, 20, 30).remove(ranges(10, 30)))).isEqualTo("m1 0+10@100, m3 10+30@100");
    }

    @Test
    void keepingRangesIsRemovingTheRest() {
        assertThat(clips(row(100, 100).keep(ranges(10, 20, 150, 160)))).isEqualTo("m1 0+10@110, m2 10+10@150");
    }

    @Test
    void piecesGetNewIdsAndTheFirstKeepsItsOwn() {
        Timeline after = row(100, 50).remove(ranges(40, 60));
        assertThat(after.clips()).extracting(MediaSegment::id).containsExactly("s1", "s3", "s2");
    }

    @Test
    void fadesStayAtTheEndsOfTheWholeAlsoWhenTheirClipsGo() {
        Timeline timeline = row(50, 50, 50);
        List<MediaSegment> clips = new ArrayList<>(timeline.clips());
        clips.set(0, clips.get(0).withFades(10, 0));
        clips.set(2, clips.get(2).withFades(0, 8));
        Timeline after = timeline.withClips(TrackKind.VIDEO, clips).remove(ranges(0, 50, 110, 120, 130, 150));
        assertThat(after.clips()).extracting(MediaSegment::fadeIn).containsExactly(10L, 0L, 0L);
        assertThat(after.clips()).extracting(MediaSegment::fadeOut).containsExactly(0L, 0L, 8L);
    }

    @Test
    void splitKeepsFadeInAndTransitionOnTheFirstPieceAndFadeOutOnTheLast() {
        MediaSegment clip = row(100).clips().get(0).withFades(10, 10);
        Timeline after = row(100).withClips(TrackKind.VIDEO, List.of(clip)).split(List.of(50L, 0L, 100L, 500L));
        assertThat(clips(after)).isEqualTo("m1 0+50@100, m1 50+50@150");
        assertThat(after.clips()).extracting(MediaSegment::fadeIn).containsExactly(10L, 0L);
        assertThat(after.clips()).extracting(MediaSegment::fadeOut).containsExactly(0L, 10L);
    }

    @Test
    void transitionStaysAsLongAsItsHandlesAndNeighboursAllow() {
        Timeline crossed = crossed(row(90, 90, 90), 20);
        assertThat(kinds(crossed.remove(ranges(5, 15)))).isEqualTo("CUT 0, CUT 0, CROSSFADE 20, CROSSFADE 20");
        assertThat(kinds(crossed.remove(ranges(90, 180)))).isEqualTo("CUT 0, CROSSFADE 20");
        assertThat(kinds(crossed.remove(ranges(70, 100)))).isEqualTo("CUT 0, CROSSFADE 20, CROSSFADE 20");
        assertThat(kinds(crossed.remove(ranges(9, 90)))).isEqualTo("CUT 0, CROSSFADE 3, CROSSFADE 20");
    }

    @Test
    void titleAtTheStartStaysThereAtItsLength() {
        Timeline titled = row(500).withText("Hi", 0, 75, TextStyle.TITLE, 6);
        assertThat(texts(titled.remove(ranges(0, 100)))).isEqualTo("Hi 0+75");
        assertThat(texts(titled.remove(ranges(20, 60)))).isEqualTo("Hi 0+75");
    }

    @Test
    void textMovesWithItsContentAndStaysInside() {
        Timeline titled =
                row(500).withText("A", 200, 50, TextStyle.TITLE, 6).withText("End", 450, 50, TextStyle.TITLE, 6);
        assertThat(texts(titled.remove(ranges(100, 150)))).isEqualTo("A 150+50, End 400+50");
        assertThat(texts(titled.remove(ranges(460, 500)))).isEqualTo("A 200+50, End 410+50");
        assertThat(texts(titled.remove(ranges(0, 460)))).isEqualTo("End 0+40");
    }

    @Test
    void textsThatOverlapGetTracksOfTheirOwn() {
        Timeline titled = row(500).withText("A", 0, 50, TextStyle.TITLE, 0).withText("B", 40, 50, TextStyle.TITLE, 0);
        assertThat(titled.tracks()).hasSize(3);
        assertThat(titled.withText("C", 60, 10, TextStyle.TITLE, 0).tracks()).hasSize(3);
    }

    @Test
    void fileOfAPartShowsWhatIsSeenInIt() {
        Timeline film = row(100, 100, 100).withText("A", 50, 100, TextStyle.TITLE, 6);
        assertThat(texts(part(film, 0, 100))).isEqualTo("A 50+50");
        assertThat(texts(part(film, 100, 200))).isEqualTo("A 0+50");
        assertThat(part(film, 200, 300).tracks()).hasSize(1);
        assertThat(clips(part(film, 100, 200))).isEqualTo("m2 0+100@100");
        assertThat(film.played()).isEqualTo(film);
    }

    @Test
    void wordsOnAPictureStandAtItsFrameAlone() {
        Timeline film = row(100);
        Inscription words = new Inscription("A", TextStyle.TITLE);
        assertThat(texts(inscribed(film, 40, words))).isEqualTo("A 40+1");
        assertThat(texts(inscribed(film, 500, words))).as("of the last frame").isEqualTo("A 99+1");
        assertThat(texts(film.withOutput(Output.DEFAULT).played())).isEmpty();
    }

    private static Timeline inscribed(Timeline film, long frame, Inscription words) {
        Output picture = new Output(ExportFormat.PNG, Output.Codec.H264, 0, frame);
        return film.withOutput(picture.inscribed(Optional.of(words))).played();
    }

    private static Timeline part(Timeline film, long in, long out) {
        return film.withOutput(Output.DEFAULT.of(new FrameRange(in, out))).played();
    }

    @Test
    void arrangingLaysClipsEndToEnd() {
        Timeline timeline = row(10, 20, 30);
        List<MediaSegment> clips = timeline.clips();
        assertThat(clips(timeline.arrange(List.of(clips.get(2), clips.get(0))))).isEqualTo("m3 0+30@100, m1 30+10@100");
    }

    @Test
    void transitionsTakeTheirHandlesFromSpareMedia() {
        Joints joints = Joints.between(row(90, 90), new Transition(Kind.CROSSFADE, 20), cut -> true, clip -> 1000);
        assertThat(joints).extracting(Joints::added, Joints::trimmed).containsExactly(1, 0L);
        assertThat(clips(joints.after())).isEqualTo("m1 0+90@100, m2 90+90@100");
    }

    @Test
    void wholeClipsAreTrimmedSoThatHandlesExist() {
        Timeline whole = row(90, 90)
                .withEachMedia(clip ->
                        MediaSegment.of(clip.id(), clip.start(), clip.duration(), clip.mediaId(), clip.name(), 0));
        Joints joints = Joints.between(whole, new Transition(Kind.WIPE_LEFT, 13), cut -> true, clip -> 90);
        assertThat(clips(joints.after())).isEqualTo("m1 0+83@0, m2 83+84@6");
        assertThat(joints.trimmed()).isEqualTo(13);
        assertThat(kinds(joints.after())).isEqualTo("CUT 0, WIPE_LEFT 13");
    }

    @Test
    void transitionTakesAtMostAThirdOfTheShorterNeighbour() {
        Joints joints = Joints.between(row(90, 9), new Transition(Kind.CROSSFADE, 20), cut -> true, clip -> 1000);
        assertThat(joints).extracting(Joints::added, Joints::shortened).containsExactly(1, 1);
        assertThat(kinds(joints.after())).isEqualTo("CUT 0, CROSSFADE 3");
    }

    @Test
    void cutsWhereNothingFitsOrNothingWouldBeSeenStayPlain() {
        Timeline timeline = row(90, 3).split(List.of(45L));
        Joints joints = Joints.between(timeline, new Transition(Kind.CROSSFADE, 20), cut -> true, clip -> 1000);
        assertThat(joints).extracting(Joints::added, Joints::skipped).containsExactly(0, 2);
        assertThat(joints.after()).isEqualTo(timeline);
    }

    @Test
    void fiveHundredCutsLoseNoFrameAndNoSync() {
        List<FrameRange> cuts = new ArrayList<>();
        for (long i = 0; i < 500; i++) cuts.add(new FrameRange(i * 100 + 50, i * 100 + 90));
        Timeline after = row(60_000).remove(cuts);
        assertThat(after.clips()).hasSize(501);
        assertThat(after.duration()).isEqualTo(60_000 - 500 * 40);
        assertThat(after.clips()).allSatisfy(clip -> {
            long removed = cuts.stream()
                    .filter(cut -> cut.in() < clip.in() - 100)
                    .mapToLong(FrameRange::duration)
                    .sum();
            assertThat(clip.in() - 100 - removed).isEqualTo(clip.start());
        });
    }

    private static Timeline row(int... lengths) {
        return RandomTimelines.row(RATE, lengths);
    }

    private static Timeline crossed(Timeline timeline, long length) {
        return Joints.between(timeline, new Transition(Kind.CROSSFADE, length), cut -> true, clip -> 1000)
                .after();
    }

    private static List<FrameRange> ranges(long... ends) {
        List<FrameRange> ranges = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) ranges.add(new FrameRange(ends[i], ends[i + 1]));
        return ranges;
    }

    private static String clips(Timeline timeline) {
        return timeline.clips().stream()
                .map(clip -> clip.mediaId() + " " + clip.start() + "+" + clip.duration() + "@" + clip.in())
                .collect(Collectors.joining(", "));
    }

    private static String kinds(Timeline timeline) {
        return timeline.clips().stream()
                .map(clip -> clip.transition().kind() + " " + clip.transition().duration())
                .collect(Collectors.joining(", "));
    }

    private static String texts(Timeline timeline) {
        return timeline.texts().stream()
                .map(text -> text.text() + " " + text.start() + "+" + text.duration())
                .collect(Collectors.joining(", "));
    }
}
