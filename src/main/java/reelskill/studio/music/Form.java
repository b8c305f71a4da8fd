package reelskill.studio.music;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of a piece: a quiet beginning, verses and choruses that rise and fall, a way out, and one last bar.
 *
 * @param energies of each bar, 0 to 3; {@code choruses} whether it is one
 */
record Form(List<Integer> energies, List<Boolean> choruses, List<Boolean> fills) {
    private static final int[] COURSE = {1, 2, 3, 2, 3, 1, 3, 2};

    /** Returns the form of a piece of {@code bars}, the last one included. */
    static Form of(int bars) {
        int body = bars - 1;
        int intro = body >= 16 ? 4 : body >= 8 ? 2 : 0;
        int outro = body >= 24 ? 4 : body >= 12 ? 2 : 0;
        List<Integer> energies = new ArrayList<>();
        List<Boolean> choruses = new ArrayList<>();
        List<Boolean> fills = new ArrayList<>();
        int middle = body - intro - outro;
        int sections = Math.max(1, Math.round(middle / 8f));
        for (int bar = 0; bar < bars; bar++) {
            int section = Math.min(sections - 1, Math.max(0, bar - intro) * sections / Math.max(1, middle));
            int nextSection = Math.min(sections - 1, Math.max(0, bar + 1 - intro) * sections / Math.max(1, middle));
            boolean inMiddle = bar >= intro && bar < body - outro;
            energies.add(inMiddle ? energy(section, sections) : bar == bars - 1 ? 3 : bar < intro ? 0 : 1);
            choruses.add(inMiddle && energy(section, sections) == 3);
            fills.add(inMiddle && bar > 0 && (nextSection > section || bar + 1 == body - outro));
        }
        return new Form(energies, choruses, fills);
    }

    /** A piece of one section has all there is; the last section of a longer one too. */
    private static int energy(int section, int sections) {
        if (sections == 1) return 2;
        return section == sections - 1 ? 3 : COURSE[section % COURSE.length];
    }

    int bars() {
        return energies.size();
    }
}
