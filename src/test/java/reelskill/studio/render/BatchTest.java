package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reelskill.media.Resolution;
import reelskill.studio.matte.Background;
import reelskill.studio.matte.FrameSource;
import reelskill.studio.matte.Light;
import reelskill.studio.matte.MatteMode;
import reelskill.studio.matte.YuvMatrix;
import reelskill.studio.render.Backgrounds.Staged;
import reelskill.studio.render.Batch.Order;
import reelskill.studio.render.ChunkGraph.Upper;
import reelskill.studio.render.Piece.Blend;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.render.Runs.Share;
import reelskill.studio.timeline.Transition;

class BatchTest {
    private static final Staged STAGED = new Staged(
            new FrameSource(
                    List.of(),
                    new Resolution(320, 180),
                    YuvMatrix.BT709,
                    RATE,
                    List.of(new FrameSource.Span(0, 50)),
                    "frames"),
            new Background.Transparent(),
            Optional.empty(),
            MatteMode.DEFAULT,
            Light.NORMAL,
            "staged");

    @Test
    void takesOfOneFilmAreDecodedInOneGoAcrossChunks() {
        List<Share> shares = shares(chunk(take("a", 0, 10), take("a", 20, 10)), chunk(take("a", 40, 10)));
        assertThat(shares).extracting(Share::takes).containsExactly(2, 1);
        assertThat(shares)
                .extracting(Share::run)
                .allMatch(run -> run == shares.get(0).run());
        assertThat(shares.get(0).run().length()).isEqualTo(50);
    }

    @Test
    void transitionLeavesTheCutsBesideItTogether() {
        Blend blend = new Blend(Transition.Kind.CROSSFADE, take("a", 40, 5), take("b", 0, 5));
        List<Share> shares =
                shares(chunk(take("a", 0, 10), take("a", 20, 10), blend, take("b", 5, 9), take("b", 20, 9)));
        assertThat(shares).extracting(Share::takes).containsExactly(2, 1, 1, 2);
        assertThat(shares.stream().map(Share::run).distinct()).hasSize(2);
    }

    @Test
    void framesShownAgainMuchLaterAreDecodedAgain() {
        assertThat(runs(chunk(take("a", 0, 500), take("a", 0, 500)))).isEqualTo(2);
        assertThat(runs(chunk(take("a", 0, 20), take("a", 0, 20)))).isEqualTo(1);
    }

    @Test
    void batchBeginsFilesWhereItsChunksBegin() {
        Batch batch = batch(Pixels.OPAQUE, chunk(take("a", 0, 30)), chunk(take("a", 30, 20)), chunk(take("b", 0, 9)));
        assertThat(batch.bounds()).containsExactly(30L, 50L);
        assertThat(batch.length()).isEqualTo(59);
    }

    @Test
    void batchReadsFewFilmsAtOnceAndFewerThatAreLarge() {
        assertThat(batch(Pixels.OPAQUE, ofEach("film")).orders()).hasSize(4);
        assertThat(batch(Pixels.OPAQUE, ofEach("large film")).orders()).hasSize(1);
        assertThat(batch(Pixels.OPAQUE, chunk(take("large", 0, 50)), chunk(take("large", 50, 50)))
                        .orders())
                .hasSize(2);
    }

    @Test
    void batchKeepsTheGraphSmallHoweverManyChunksAreMissing() {
        Chunk[] chunks = IntStream.range(0, 90)
                .mapToObj(i -> chunk(take("a", i * 50L, 50)))
                .toArray(Chunk[]::new);
        assertThat(batch(Pixels.OPAQUE, chunks).orders()).hasSizeBetween(20, 60);
    }

    @Test
    void batchTakesNoMoreCutsAndInsetsThanAGraphHolds() {
        Take[] cuts = IntStream.range(0, 40).mapToObj(i -> take("a", 2L * i, 1)).toArray(Take[]::new);
        Chunk full = chunk(cuts);
        assertThat(batch(Pixels.OPAQUE, Collections.nCopies(9, full).toArray(Chunk[]::new))
                        .orders()
                        .size())
                .isBetween(2, 5);
        Chunk.Inset inset = new Chunk.Inset(take("i", 0, 1), 0, 0, 1, 0, 0);
        Chunk busy = new Chunk(List.of(take("a", 0, 1)), Collections.nCopies(8, inset), List.of());
        assertThat(batch(Pixels.OPAQUE, busy, busy, busy, busy).orders()).hasSize(2);
    }

    @Test
    void chunkWithFramesOfAPipeIsMadeAlone() {
        Order plain = order(chunk(take("a", 0, 50)));
        Order piped = new Order(plain.chunk(), plain.upper(), List.of(), List.of(STAGED), "piped");
        Batch first = new Batch(RATE, Pixels.OPAQUE, film -> 1);
        assertThat(first.takes(piped)).isTrue();
        first.add(piped);
        assertThat(first.takes(plain)).isFalse();
        Batch second = new Batch(RATE, Pixels.OPAQUE, film -> 1);
        second.add(plain);
        assertThat(second.takes(piped)).isFalse();
        assertThat(second.makes(plain.key())).isTrue();
        assertThat(second.makes("piped")).isFalse();
    }

    @Test
    void clearPicturesAreMadeChunkByChunk() {
        assertThat(batch(Pixels.CLEAR, chunk(take("a", 0, 50)), chunk(take("a", 50, 50)))
                        .orders())
                .hasSize(1);
    }

    /** As many of {@code chunks} as one batch takes. */
    private static Batch batch(Pixels pixels, Chunk... chunks) {
        Batch batch = new Batch(RATE, pixels, film -> film.startsWith("large") ? 7680 * 4320 : 1920 * 1080);
        for (Chunk chunk : chunks) {
            Order order = order(chunk);
            if (!batch.takes(order)) return batch;
            batch.add(order);
        }
        return batch;
    }

    private static Order order(Chunk chunk) {
        return new Order(chunk, new Upper(List.of(), List.of()), List.of(), List.of(), chunk.toString());
    }

    private static Chunk[] ofEach(String film) {
        return IntStream.range(0, 9).mapToObj(i -> chunk(take(film + i, 0, 50))).toArray(Chunk[]::new);
    }

    private static List<Share> shares(Chunk... chunks) {
        return Runs.of(List.of(chunks), RATE);
    }

    private static long runs(Chunk chunk) {
        return shares(chunk).stream().map(Share::run).distinct().count();
    }

    private static Chunk chunk(Piece... pieces) {
        return new Chunk(List.of(pieces), List.of(), List.of());
    }

    private static Take take(String id, long in, long length) {
        return Take.plain(id, in, length);
    }
}
