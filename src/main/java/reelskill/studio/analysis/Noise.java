package reelskill.studio.analysis;

import java.util.Arrays;
import java.util.List;

/** How loud the steady noise of a sound is. */
final class Noise {
    private static final double QUIETEST_SHARE = 0.1;

    private Noise() {}

    /** Returns the level in dB that a tenth of all moments are not louder than; nothing of no sound. */
    static List<Double> floor(Sound sound) {
        float[] levels = Levels.of(sound, Integer.MAX_VALUE);
        if (levels.length == 0) return List.of();
        Arrays.sort(levels);
        return List.of((double) levels[(int) (levels.length * QUIETEST_SHARE)]);
    }
}
