package reelskill.studio.render;

import java.util.List;
import java.util.function.Function;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/** A timeline as chunks in order, and between them what need not be encoded. */
record RenderPlan(List<Stretch> stretches) {
    /** Returns the plan that encodes all of it. */
    static RenderPlan of(Timeline timeline) {
        return of(timeline, take -> List.of());
    }

    /** @param copyable returns what of a take, shown alone and as it is, need not be encoded: ranges of its frames */
    static RenderPlan of(Timeline timeline, Function<Take, List<FrameRange>> copyable) {
        Cutter cutter = new Cutter(timeline, copyable);
        Lane.seen(timeline).forEach(cutter::add);
        return new RenderPlan(cutter.stretches());
    }

    /** Returns the plan for frame {@code frame} alone, or for the last where there are fewer. */
    RenderPlan still(long frame) {
        long from = Math.min(frame, length() - 1);
        for (Stretch stretch : stretches) {
            if (from < stretch.length())
                return new RenderPlan(List.of(Chunk.of(stretch).frame(from)));
            from -= stretch.length();
        }
        throw new IllegalStateException("a plan of no frames");
    }

    List<Chunk> chunks() {
        return stretches.stream()
                .filter(Chunk.class::isInstance)
                .map(Chunk.class::cast)
                .toList();
    }

    List<Copied> copied() {
        return stretches.stream()
                .filter(Copied.class::isInstance)
                .map(Copied.class::cast)
                .toList();
    }

    long length() {
        return stretches.stream().mapToLong(Stretch::length).sum();
    }
}
