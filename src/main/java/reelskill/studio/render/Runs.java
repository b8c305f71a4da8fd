package reelskill.studio.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reelskill.media.FrameRate;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Effects;

/** How the takes of some chunks are decoded: each media file as seldom as its frames need not be held for it. */
final class Runs {
    private Runs() {}

    /**
     * Frames of a run that are used together: those of one take, or of takes side by side.
     *
     * @param from the first of them in the media's time
     * @param takes how many takes they are for: where there are more than one, they need not be taken apart
     */
    record Share(Run run, long from, long to, int takes) {
        boolean isWhole() {
            return takes == run.size();
        }
    }

    /** Returns what of their runs the takes of {@code chunks} show, in the order in which they are used. */
    static List<Share> of(List<Chunk> chunks, FrameRate rate) {
        List<Run> runs =
                runs(chunks.stream().flatMap(chunk -> chunk.takes().stream()).toList(), rate);
        List<Share> shares = new ArrayList<>();
        int before = 0;
        for (Chunk chunk : chunks) {
            List<Take> takes = chunk.takes();
            addShares(shares, takes, runs.subList(before, before + takes.size()), beside(chunk));
            before += takes.size();
        }
        return shares;
    }

    private static void addShares(List<Share> shares, List<Take> takes, List<Run> runs, BitSet beside) {
        for (int i = 0, end; i < takes.size(); i = end) {
            Run run = runs.get(i);
            end = i + 1;
            while (run.isRow() && beside.get(end) && runs.get(end) == run) end++;
            shares.add(new Share(run, takes.get(i).in(), takes.get(end - 1).out(), end - i));
        }
    }

    /** Returns which takes of {@code chunk} are pieces of their own, right behind another such piece. */
    private static BitSet beside(Chunk chunk) {
        BitSet beside = new BitSet();
        int take = 0;
        boolean behind = false;
        for (Piece piece : chunk.pieces()) {
            boolean own = piece instanceof Take;
            beside.set(take, own && behind);
            behind = own;
            take += piece.takes().size();
        }
        return beside;
    }

    private static List<Run> runs(List<Take> takes, FrameRate rate) {
        List<Run> runs = new ArrayList<>();
        Map<Look, Run> latest = new HashMap<>();
        for (Take take : takes) {
            Look look = new Look(take.mediaId(), take.effects());
            Run run = latest.get(look);
            if (run == null || !run.takes(take, rate)) run = new Run(take.mediaId(), take.effects());
            run.add(take);
            latest.put(look, run);
            runs.add(run);
        }
        return runs;
    }

    private record Look(String mediaId, Effects effects) {}
}
