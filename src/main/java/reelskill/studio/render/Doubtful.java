package reelskill.studio.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;
import reelskill.studio.matte.FrameSource.Span;
import reelskill.studio.render.DoubtStore.Seen;
import reelskill.studio.render.Piece.Part;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.FrameRange;

/** Finds out where on a timeline the doubts about its takes lie. Safe for use by many threads. */
final class Doubtful {
    /** Doubts with less than half a second between are one, and what is shorter than a quarter is not seen. */
    private static final double APART_SECONDS = 0.5;

    private static final double SHORTEST_SECONDS = 0.25;
    private static final int MOST_PICTURES = 6;

    private final DoubtStore store;
    private final Map<Take, String> keys = new ConcurrentHashMap<>();

    Doubtful(DoubtStore store) {
        this.store = store;
    }

    /** Notes under which key the doubts about a run's takes are kept. */
    void note(Run run, String key) {
        run.takes().forEach(take -> keys.put(take, key));
    }

    Doubts on(RenderPlan plan, FrameRate rate) throws IOException {
        List<FrameRange> unsure = new ArrayList<>();
        List<FrameRange> nobody = new ArrayList<>();
        Set<Path> pictures = new LinkedHashSet<>();
        long start = 0;
        for (Chunk chunk : plan.chunks()) {
            for (Piece piece : chunk.pieces()) {
                add(piece, start, unsure, nobody, pictures);
                start += piece.length();
            }
        }
        List<TimeRange> told = ranges(unsure, rate);
        List<Path> seen = told.isEmpty()
                ? List.of()
                : pictures.stream().limit(MOST_PICTURES).toList();
        return new Doubts(told, ranges(nobody, rate), seen);
    }

    private void add(Piece piece, long start, List<FrameRange> unsure, List<FrameRange> nobody, Set<Path> pictures)
            throws IOException {
        FrameRange seen = new FrameRange(start, start + piece.length());
        long begin = piece instanceof Part part ? start - part.from() : start;
        for (Take take : piece.takes()) {
            String key = keys.get(take);
            Seen doubts = key == null ? Seen.NOTHING : store.find(key);
            placed(doubts.unsure(), begin - take.in(), seen, unsure);
            pictures.addAll(doubts.pictures());
            placed(doubts.nobody(), begin - take.in(), seen, nobody);
        }
    }

    private static void placed(List<Span> spans, long shift, FrameRange seen, List<FrameRange> ranges) {
        for (Span span : spans) {
            long in = Math.max(seen.in(), span.first() + shift);
            long out = Math.min(seen.out(), span.end() + shift);
            if (out > in) ranges.add(new FrameRange(in, out));
        }
    }

    private static List<TimeRange> ranges(List<FrameRange> found, FrameRate rate) {
        long apart = Math.round(APART_SECONDS * rate.fps());
        List<FrameRange> longer = found.stream()
                .map(range -> new FrameRange(range.in(), range.out() + apart))
                .toList();
        return FrameRange.merged(longer).stream()
                .map(range -> new FrameRange(range.in(), range.out() - apart))
                .filter(range -> rate.seconds(range.out() - range.in()) >= SHORTEST_SECONDS)
                .map(range -> new TimeRange(rate.time(range.in()), rate.time(range.out())))
                .toList();
    }
}
