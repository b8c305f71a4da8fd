package reelskill.studio.music;

import java.util.ArrayList;
import java.util.List;

/**
 * Seven notes in an octave.
 *
 * @param tonic the pitch class of its first note, 0 for C
 */
record Scale(int tonic, boolean minor) {
    private static final int[] MAJOR_STEPS = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR_STEPS = {0, 2, 3, 5, 7, 8, 10};
    /** In a minor key the dominant takes its third from major: without the leading note nothing leads home. */
    private static final int DOMINANT = 4;

    /** Returns the pitch of a degree, 0 the tonic near the middle C; any number of octaves up and down. */
    int pitch(int degree) {
        int[] steps = minor ? MINOR_STEPS : MAJOR_STEPS;
        return 60 + tonic + 12 * Math.floorDiv(degree, 7) + steps[Math.floorMod(degree, 7)];
    }

    /** Returns the chord on {@code degree}, of {@code notes} stacked thirds: 3 a triad, 4 a seventh, 5 a ninth. */
    Chord chord(int degree, int notes) {
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < notes; i++) {
            int raised = minor && degree == DOMINANT && i == 1 ? 1 : 0;
            classes.add(Math.floorMod(pitch(degree + 2 * i) + raised, 12));
        }
        return new Chord(classes);
    }

    /** Returns the degree whose pitch is nearest to {@code pitch}. */
    int degreeNear(int pitch) {
        int best = 0;
        for (int degree = -21; degree <= 28; degree++) {
            if (Math.abs(pitch(degree) - pitch) < Math.abs(pitch(best) - pitch)) best = degree;
        }
        return best;
    }
}
