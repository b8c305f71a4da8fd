package reelskill.studio.analysis;

import java.util.Arrays;

/**
 * How loud the speech of a clip is, and how loud it is when nobody speaks, read off the levels of its hops:
 *
 * <ul>
 *   <li>speech: the level that one in ten of the loud hops passes in which a voice is heard, or of all where there is
 *       hardly any voice; loud is within 30 dB of the loudest 0.5 %
 *   <li>floor: the level that one in twenty hops stays under, but at most 50 dB below the speech: what is quieter still
 *       is not heard
 *   <li>a hop above floor + 0.35 × (speech - floor) is spoken; from there speech reaches on both sides as far as the
 *       level stays above floor + 0.15 × (speech - floor), which holds the soft consonants at its ends
 * </ul>
 */
final class Loudness {
    /** Below this nobody hears anything. */
    private static final double INAUDIBLE = -70;
    /** Less than this between floor and speech, and it is all noise or all music. */
    private static final double LEAST_CONTRAST = 15;
    /** A pause in speech is flat. Where levels rather lie on the way down than there, what sounds is music or a scene. */
    private static final double MOST_ON_THE_WAY = 0.75;

    /** Hops of voice that tell how loud a speaker is. */
    private static final int LEAST_SPOKEN = 100;

    private final float[] levels;
    private final double speech;
    private final double floor;
    private final double sensitivity;

    /** Reads {@code levels} of at least one hop; {@code sensitivity} in dB moves both thresholds up. */
    Loudness(float[] levels, Voice voice, double sensitivity) {
        this.levels = levels;
        this.sensitivity = sensitivity;
        float[] sorted = levels.clone();
        Arrays.sort(sorted);
        float[] spoken = spoken(levels, voice);
        speech = often(spoken.length >= LEAST_SPOKEN ? spoken : sorted);
        floor = Math.max(percentile(sorted, 0, 0.05), speech - 50);
    }

    private static double often(float[] sorted) {
        double loud = percentile(sorted, 0, 0.995) - 30;
        return percentile(sorted, firstAbove(sorted, loud), 0.9);
    }

    /** Returns the levels of the hops in which a voice is heard, sorted. */
    private static float[] spoken(float[] levels, Voice voice) {
        float[] spoken = new float[levels.length];
        int count = 0;
        for (int hop = 0; hop < levels.length; hop++) if (voice.isIn(hop)) spoken[count++] = levels[hop];
        float[] sorted = Arrays.copyOf(spoken, count);
        Arrays.sort(sorted);
        return sorted;
    }

    boolean isSilent() {
        return speech < INAUDIBLE;
    }

    /** True if nothing stands out of the noise. */
    boolean isEven() {
        return speech - floor < LEAST_CONTRAST;
    }

    /** True if there are no clear pauses to tell from speech, as in music, a film scene or speech over music. */
    boolean isContinuous() {
        int atFloor = 0;
        int onTheWay = 0;
        for (float level : levels) {
            if (level <= share(0.15)) atFloor++;
            else if (level <= share(0.35)) onTheWay++;
        }
        return onTheWay > MOST_ON_THE_WAY * atFloor;
    }

    boolean isSpoken(int hop) {
        return levels[hop] > limited(share(0.35) + sensitivity);
    }

    boolean mayBelongToSpeech(int hop) {
        return levels[hop] > limited(share(0.15) + sensitivity);
    }

    int hops() {
        return levels.length;
    }

    private double share(double part) {
        return floor + part * (speech - floor);
    }

    /** Even the boldest wish takes neither noise for speech nor all speech for pauses. */
    private double limited(double level) {
        return Math.max(floor + 2, Math.min(level, speech - 8));
    }

    private static double percentile(float[] sorted, int from, double share) {
        return sorted[from + (int) ((sorted.length - 1 - from) * share)];
    }

    private static int firstAbove(float[] sorted, double level) {
        int first = 0;
        while (first < sorted.length - 1 && sorted[first] <= level) first++;
        return first;
    }
}
