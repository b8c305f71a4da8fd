package reelskill.studio.music;

import java.util.ArrayList;
import java.util.List;

/** Pitch classes that sound together, the root first. */
record Chord(List<Integer> classes) {
    private static final int LOWEST = 52;
    private static final int HIGHEST = 76;

    int root() {
        return classes.get(0);
    }

    boolean holds(int pitch) {
        return classes.contains(Math.floorMod(pitch, 12));
    }

    /** Returns the chord's note nearest to {@code pitch}, the lower of two. */
    int near(int pitch) {
        for (int away = 0; away < 12; away++) {
            if (holds(pitch - away)) return pitch - away;
            if (holds(pitch + away)) return pitch + away;
        }
        return pitch;
    }

    /** Returns the pitches, rising, that lie closest to those of the chord before: each voice moves as little as it can. */
    List<Integer> voicedAfter(List<Integer> before) {
        List<Integer> best = List.of();
        int least = Integer.MAX_VALUE;
        for (int inversion = 0; inversion < classes.size(); inversion++) {
            for (int bottom = LOWEST; bottom < LOWEST + 14; bottom++) {
                if (Math.floorMod(bottom, 12) != classes.get(inversion)) continue;
                List<Integer> voicing = stacked(inversion, bottom);
                int cost = cost(voicing, before);
                if (cost < least) {
                    least = cost;
                    best = voicing;
                }
            }
        }
        return best;
    }

    private List<Integer> stacked(int inversion, int bottom) {
        List<Integer> voicing = new ArrayList<>(List.of(bottom));
        for (int i = 1; i < classes.size(); i++) {
            int wanted = classes.get((inversion + i) % classes.size());
            int below = voicing.get(i - 1);
            voicing.add(below + 1 + Math.floorMod(wanted - below - 1, 12));
        }
        return voicing;
    }

    private static int cost(List<Integer> voicing, List<Integer> before) {
        int top = voicing.get(voicing.size() - 1);
        int cost = 6 * Math.max(0, top - HIGHEST);
        // Close seconds at the bottom sound like mud.
        if (voicing.get(1) - voicing.get(0) < 3) cost += 5;
        if (before.isEmpty()) return cost + Math.abs(voicing.get(0) - 57);
        for (int pitch : voicing) {
            cost += before.stream()
                    .mapToInt(other -> Math.abs(other - pitch))
                    .min()
                    .orElse(0);
        }
        return cost + Math.abs(top - before.get(before.size() - 1));
    }
}
