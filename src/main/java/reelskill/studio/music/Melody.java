package reelskill.studio.music;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A tune: a motif of two bars that comes back over other chords (a, a, b, a), with steps more often than leaps and every
 * leap answered by a step back. Strong beats have notes of the chord.
 */
final class Melody {
    private static final int LOWEST = 67;
    private static final int HIGHEST = 86;
    /** By how busy they are: where notes begin in eight beats. */
    private static final double[][][] RHYTHMS = {
        {{0, 2.5, 4}, {0, 3, 4, 6}, {1, 2, 4}, {0, 1.5, 4, 7}},
        {{0, 1, 2, 4, 6}, {0, 1.5, 2, 3.5, 4, 6}, {0.5, 1, 2, 4, 5.5, 6}, {0, 1, 1.5, 2.5, 4, 5, 6}},
        {{0, 0.5, 1, 2, 3, 4, 5, 6}, {0, 1, 1.5, 2.5, 3, 4, 4.5, 5.5, 6}, {0, 0.5, 1.5, 2, 3, 4, 5, 5.5, 6.5}}
    };

    private static final int[] STEPS = {-2, -1, -1, -1, 1, 1, 1, 2, 3, -3};

    private final Scale scale;
    private final Random random;
    private final Motif first;
    private final Motif second;
    private int last;

    Melody(Scale scale, int busy, int centre, Random random) {
        this.scale = scale;
        this.random = random;
        this.first = motif(busy);
        this.second = motif(busy);
        this.last = centre;
    }

    private record Motif(List<Double> beats, List<Integer> steps) {}

    private Motif motif(int busy) {
        double[][] choice = RHYTHMS[busy];
        double[] beats = choice[random.nextInt(choice.length)];
        List<Integer> steps = new ArrayList<>(List.of(0));
        int before = 0;
        for (int i = 1; i < beats.length; i++) {
            int step = STEPS[random.nextInt(STEPS.length)];
            boolean leapt = Math.abs(before) > 1;
            before = leapt ? -Integer.signum(before) : step;
            steps.add(before);
        }
        return new Motif(Arrays.stream(beats).boxed().toList(), steps);
    }

    /** Returns the tune over two bars; {@code phrase} counts pairs of bars from the beginning of its section. */
    List<Note> over(Bar bar, Bar next, int phrase, double velocity) {
        Motif motif = phrase % 4 == 2 ? second : first;
        List<Note> notes = new ArrayList<>();
        int pitch = bar.chord().near(inside(last));
        boolean closing = phrase % 4 == 3;
        for (int i = 0; i < motif.beats.size(); i++) {
            double beat = motif.beats.get(i);
            Bar now = beat < 4 ? bar : next;
            if (i > 0) pitch = inside(scale.pitch(scale.degreeNear(pitch) + motif.steps.get(i)));
            boolean strong = beat % 2 == 0;
            if (strong && !now.chord().holds(pitch)) pitch = inside(now.chord().near(pitch));
            double until = i + 1 < motif.beats.size() ? motif.beats.get(i + 1) : 8;
            double length = Math.min(until - beat, closing && i + 1 == motif.beats.size() ? 3 : 2.5);
            double accent = (strong ? 1 : 0.85) * (0.94 + 0.06 * StrictMath.sin(StrictMath.PI * beat / 8));
            notes.add(now.note(beat % 4, length * 0.96, pitch, velocity * accent));
            if (i == 0) last = pitch;
        }
        return notes;
    }

    /** Returns the note that the tune comes home to. */
    Note home(Bar bar, double velocity) {
        return bar.note(0, 3.5, inside(scale.pitch(7 * Math.floorDiv(scale.degreeNear(last) + 3, 7))), velocity);
    }

    private static int inside(int pitch) {
        int moved = pitch;
        while (moved < LOWEST) moved += 12;
        while (moved > HIGHEST) moved -= 12;
        return moved;
    }
}
