package reelskill.studio.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reelskill.media.FrameRate;
import reelskill.studio.render.Piece.Take;

/**
 * How the takes of a chunk are decoded.
 *
 * @param all the run of each take, in the order of the takes
 * @param rows those that need not be taken apart: all that they are for are pieces side by side, in their order
 */
record Runs(List<Run> all, Set<Run> rows) {
    static Runs of(Chunk chunk, FrameRate rate) {
        List<Run> all = all(chunk.takes(), rate);
        return new Runs(all, rows(chunk.pieces(), all));
    }

    private static List<Run> all(List<Take> takes, FrameRate rate) {
        List<Run> runs = new ArrayList<>();
        Map<String, Run> latest = new HashMap<>();
        for (Take take : takes) {
            Run run = latest.get(take.mediaId());
            if (run == null || !run.takes(take, rate)) run = new Run(take.mediaId(), take.effects());
            run.add(take);
            latest.put(take.mediaId(), run);
            runs.add(run);
        }
        return runs;
    }

    private static Set<Run> rows(List<Piece> pieces, List<Run> all) {
        Set<Run> rows = new HashSet<>();
        int take = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Take) {
                Run run = all.get(take);
                if (run.isRow()
                        && beside(pieces.subList(i, pieces.size()), all.subList(take, all.size())) == run.size())
                    rows.add(run);
            }
            take += pieces.get(i).takes().size();
        }
        return rows;
    }

    /** Returns how many of the first pieces are takes of the same run. */
    private static int beside(List<Piece> pieces, List<Run> runs) {
        int count = 0;
        while (count < pieces.size() && pieces.get(count) instanceof Take && runs.get(count) == runs.get(0)) count++;
        return count;
    }
}
