package reelskill.studio.music;

import java.util.List;
import java.util.Random;

/**
 * One bar of four beats, and what is to be played in it.
 *
 * @param index from 0
 * @param start in seconds
 * @param beat seconds a beat lasts
 * @param swing how late every second eighth comes: 0 straight, 1 a triplet
 * @param voicing the chord's pitches, rising
 * @param energy 0 to 3: how much is going on
 * @param fill whether the drums lead over into the next section
 * @param last whether it is the last bar, in which everything rings out
 */
record Bar(
        int index,
        double start,
        double beat,
        double swing,
        Chord chord,
        List<Integer> voicing,
        Chord following,
        int energy,
        boolean fill,
        boolean last,
        Random random) {
    /** Musicians are never quite together: seconds, one in three is further off. */
    private static final double LOOSENESS = 0.005;

    /** Returns a note that begins at a beat, 0 to 4, a little early or late and a little louder or softer. */
    Note note(double at, double beats, int pitch, double velocity) {
        double time = Math.max(0, start + beat * swung(at) + LOOSENESS * loose());
        double played = velocity * (1 + 0.06 * loose());
        return new Note(time, beats * beat, pitch, Math.max(0.05, Math.min(1, played)));
    }

    private double loose() {
        return Math.max(-2, Math.min(2, random.nextGaussian()));
    }

    private double swung(double at) {
        double whole = Math.floor(at);
        double rest = at - whole;
        double middle = 0.5 + swing / 6;
        return whole + (rest < 0.5 ? rest * 2 * middle : middle + (rest - 0.5) * 2 * (1 - middle));
    }
}
