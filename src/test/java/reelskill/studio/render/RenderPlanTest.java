package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;
import static reelskill.studio.render.Stage.segment;
import static reelskill.studio.render.Stage.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reelskill.studio.render.Piece.Black;
import reelskill.studio.render.Piece.Blend;
import reelskill.studio.render.Piece.Part;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;

class RenderPlanTest {
    private static final Transition CROSSFADE = new Transition(Transition.Kind.CROSSFADE, 11);

    @Test
    void transitionTakesItsFramesFromBothSides() {
        List<Piece> pieces = Lane.seen(video(segment("a", 0, 50, 100), crossfaded("b", 50, 50, 200)));
        assertThat(pieces)
                .containsExactly(
                        Take.plain("a", 100, 45),
                        new Blend(Transition.Kind.CROSSFADE, Take.plain("a", 145, 11), Take.plain("b", 195, 11)),
                        Take.plain("b", 206, 44));
    }

    @Test
    void transitionAfterAGapIsACut() {
        assertThat(Lane.seen(video(segment("a", 0, 10, 0), crossfaded("b", 20, 10, 50))))
                .containsExactly(Take.plain("a", 0, 10), new Black(10), Take.plain("b", 50, 10));
    }

    @Test
    void transitionsLongerThanTheSegmentBetweenThemMeet() {
        List<Piece> pieces =
                Lane.seen(video(segment("a", 0, 50, 100), crossfaded("b", 50, 4, 200), crossfaded("c", 54, 50, 300)));
        assertThat(pieces.stream().mapToLong(Piece::length).sum()).isEqualTo(104);
        assertThat(pieces).hasSize(4).element(1).isInstanceOf(Blend.class);
        assertThat(pieces).element(2).isInstanceOf(Blend.class);
    }

    @Test
    void upperTrackCutsAFadeOfTheLowerInItsMiddle() {
        MediaSegment fading = MediaSegment.of("a", 0, 40, "a", "a", 0).withFades(20, 0);
        Timeline timeline = timeline(
                RATE,
                new Track(TrackKind.VIDEO, List.of(fading)),
                new Track(TrackKind.VIDEO, List.of(segment("b", 5, 5, 0))));
        Take whole = new Take("a", 0, 40, 20, 0, Effects.NONE, 0);
        assertThat(Lane.seen(timeline))
                .containsExactly(new Part(whole, 0, 5), Take.plain("b", 0, 5), new Part(whole, 10, 30));
    }

    @Test
    void fiveHundredCutsStayInSmallChunks() {
        List<Chunk> chunks =
                RenderPlan.of(video(cuts(0, 500).toArray(Segment[]::new))).chunks();
        assertThat(chunks).allMatch(chunk -> chunk.pieces().size() <= 100 && chunk.length() <= 750);
        assertThat(chunks.stream().mapToLong(Chunk::length).sum()).isEqualTo(5000);
    }

    @Test
    void manyCutsOfOneFilmAreDecodedInOneGo() {
        Segment[] cuts = IntStream.range(0, 60)
                .mapToObj(i -> (Segment) segment("a", i * 4L, 4, i * 8L))
                .toArray(Segment[]::new);
        assertThat(RenderPlan.of(video(cuts)).chunks()).singleElement().satisfies(chunk -> assertThat(chunk.pieces())
                .hasSize(60));
    }

    @Test
    void manyCutsBetweenFilmsKeepTheGraphSmall() {
        Segment[] cuts = IntStream.range(0, 120)
                .mapToObj(i -> (Segment) segment(i % 2 == 0 ? "a" : "b", i * 2L, 2, i * 4L))
                .toArray(Segment[]::new);
        assertThat(RenderPlan.of(video(cuts)).chunks())
                .allMatch(chunk -> chunk.pieces().size() <= 25)
                .hasSizeGreaterThan(4);
    }

    @Test
    void transitionIsInTheChunkOfWhatGoes() {
        List<Chunk> chunks = RenderPlan.of(video(segment("a", 0, 240, 0), crossfaded("b", 240, 240, 50)))
                .chunks();
        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).pieces()).hasSize(2).last().isInstanceOf(Blend.class);
        assertThat(chunks.get(1).pieces()).singleElement().isInstanceOf(Take.class);
    }

    @Test
    void longSegmentIsDividedWhereItsMediaSaysSo() {
        assertThat(RenderPlan.of(video(segment("a", 0, 3000, 130))).chunks().stream()
                        .map(Chunk::length))
                .containsExactly(370L, 500L, 500L, 500L, 500L, 500L, 130L);
    }

    @Test
    void chunksBehindAnEditAreTheSame() {
        List<Segment> before = cuts(0, 120);
        List<Segment> after = new ArrayList<>(before.subList(0, 7));
        before.subList(9, 120).forEach(segment -> after.add(segment.at(segment.start() - 20)));
        List<Chunk> chunks =
                RenderPlan.of(video(before.toArray(Segment[]::new))).chunks();
        List<Chunk> edited = new ArrayList<>(
                RenderPlan.of(video(after.toArray(Segment[]::new))).chunks());
        edited.removeAll(chunks);
        assertThat(chunks).hasSizeGreaterThan(5);
        assertThat(edited).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void titleTouchesOnlyTheChunksItIsIn() {
        Track picture = new Track(TrackKind.VIDEO, List.of(segment("a", 0, 2500, 0)));
        TextSegment title = new TextSegment("t", 490, 20, "hi", TextStyle.TITLE, 0);
        List<Chunk> chunks = RenderPlan.of(timeline(RATE, picture, new Track(TrackKind.TEXT, List.of(title))))
                .chunks();
        assertThat(chunks.stream().map(chunk -> chunk.captions().size())).containsExactly(0, 1, 0, 0, 0);
        assertThat(chunks.get(1).captions().get(0).start()).isZero();
    }

    @Test
    void titleGetsAChunkOfItsOwn() {
        Track picture = new Track(TrackKind.VIDEO, List.of(segment("a", 0, 1000, 0)));
        TextSegment title = new TextSegment("t", 250, 75, "hi", TextStyle.TITLE, 0);
        List<Chunk> chunks = RenderPlan.of(timeline(RATE, picture, new Track(TrackKind.TEXT, List.of(title))))
                .chunks();
        assertThat(chunks.stream().map(Chunk::length)).containsExactly(250L, 75L, 175L, 500L);
    }

    private static Timeline video(Segment... segments) {
        return timeline(RATE, new Track(TrackKind.VIDEO, List.of(segments)));
    }

    private static MediaSegment crossfaded(String id, long start, long duration, long in) {
        return MediaSegment.of(id, start, duration, id, id, in).withTransition(CROSSFADE);
    }

    /** Pieces of 10 frames, 25 apart. */
    private static List<Segment> cuts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> (Segment) segment("a", i * 10L, 10, i * 25L))
                .toList();
    }
}
