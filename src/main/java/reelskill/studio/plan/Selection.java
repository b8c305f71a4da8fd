package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Chooses, among parts, those that together are worth most and fit into a length. Exact but for the grain. Pure. */
final class Selection {
    /** In how many grains a length is counted: parts are rounded up to whole ones, so that what is chosen always fits. */
    private static final int GRAINS = 3000;

    private Selection() {}

    /** A thing to choose. Of equal worth, {@code value} is per frame. */
    record Part(long frames, double value) {}

    /** Returns the indexes of the chosen parts, in order. */
    static List<Integer> of(List<Part> parts, long frames) {
        long grain = Math.max(1, frames / GRAINS);
        int room = (int) (frames / grain);
        double[] best = new double[room + 1];
        List<BitSet> taken = new ArrayList<>();
        for (Part part : parts) {
            int size = (int) Math.min(room + 1L, (part.frames + grain - 1) / grain);
            BitSet takes = new BitSet(room + 1);
            for (int left = room; left >= size; left--) {
                double with = best[left - size] + part.value * part.frames;
                if (with <= best[left]) continue;
                best[left] = with;
                takes.set(left);
            }
            taken.add(takes);
        }
        return chosen(parts, taken, room, grain);
    }

    private static List<Integer> chosen(List<Part> parts, List<BitSet> taken, int room, long grain) {
        List<Integer> chosen = new ArrayList<>();
        int left = room;
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!taken.get(i).get(left)) continue;
            chosen.add(0, i);
            left -= (int) ((parts.get(i).frames + grain - 1) / grain);
        }
        return chosen;
    }
}
