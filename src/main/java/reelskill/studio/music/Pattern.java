package reelskill.studio.music;

import java.util.ArrayList;
import java.util.List;

/** What one instrument does in a bar. */
interface Pattern {
    List<Note> play(Bar bar);

    /** The chord, held over the bar. */
    static Pattern held(double velocity) {
        return bar -> {
            List<Note> notes = new ArrayList<>();
            for (int pitch : bar.voicing()) notes.add(bar.note(0, bar.last() ? 3 : 4, pitch, velocity));
            return notes;
        };
    }

    /** The chord at these beats, each for as long as {@code length} says; the last bar's rings. */
    static Pattern chords(double velocity, double length, double... beats) {
        return bar -> {
            if (bar.last()) return held(velocity).play(bar);
            List<Note> notes = new ArrayList<>();
            for (double beat : beats) {
                double accent = beat == 0 ? 1 : 0.85;
                for (int pitch : bar.voicing()) notes.add(bar.note(beat, length, pitch, velocity * accent));
            }
            return notes;
        };
    }

    /** The chord's notes one by one, {@code step} beats apart; each number of {@code order} counts them from below. */
    static Pattern broken(double velocity, double step, double length, int... order) {
        return bar -> {
            List<Note> notes = new ArrayList<>();
            List<Integer> voicing = bar.voicing();
            if (bar.last()) {
                for (int i = 0; i < voicing.size(); i++) notes.add(bar.note(i * step / 2, 4, voicing.get(i), velocity));
                return notes;
            }
            for (int i = 0; i * step < 4 - 1e-9; i++) {
                int which = order[i % order.length];
                int pitch = voicing.get(which % voicing.size()) + 12 * (which / voicing.size());
                double accent = i * step % 2 == 0 ? 1 : i * step % 1 == 0 ? 0.88 : 0.78;
                notes.add(bar.note(i * step, length, pitch, velocity * accent));
            }
            return notes;
        };
    }

    /** Strokes over the strings: D down, U up, each an eighth, and a dot for none. */
    static Pattern strummed(double velocity, String strokes) {
        return bar -> {
            List<Note> notes = new ArrayList<>();
            String now = bar.last() ? "D" : strokes;
            for (int i = 0; i < now.length(); i++) {
                if (now.charAt(i) != '.') strum(bar, i * 0.5, now.charAt(i) == 'D', velocity, notes);
            }
            return notes;
        };
    }

    private static void strum(Bar bar, double at, boolean down, double velocity, List<Note> notes) {
        List<Integer> voicing = bar.voicing();
        double length = bar.last() ? 4 : down ? 0.9 : 0.45;
        for (int i = 0; i < voicing.size(); i++) {
            int string = down ? i : voicing.size() - 1 - i;
            double late = i * 0.014 / bar.beat();
            double softer = (down ? 1 : 0.72) * (1 - 0.06 * i);
            notes.add(bar.note(at + late, length, voicing.get(string), velocity * softer));
        }
    }

    /**
     * The bass: at each eighth R plays the root, F the fifth, O the octave, A leads to the next root from a half tone
     * below, a dot nothing. Each lasts until the next, at most {@code length} beats.
     */
    static Pattern bass(double velocity, double length, String eighths) {
        return bar -> {
            List<Note> notes = new ArrayList<>();
            int root = low(bar.chord().root());
            if (bar.last()) return List.of(bar.note(0, 4, root, velocity));
            for (int i = 0; i < eighths.length(); i++) {
                int pitch =
                        switch (eighths.charAt(i)) {
                            case 'R' -> root;
                            case 'F' -> root + 7;
                            case 'O' -> root + 12;
                            case 'A' -> low(bar.following().root()) - 1;
                            default -> 0;
                        };
                if (pitch > 0) notes.add(bar.note(i * 0.5, length, pitch, velocity * (i == 0 ? 1 : 0.88)));
            }
            return notes;
        };
    }

    private static int low(int pitchClass) {
        return 33 + Math.floorMod(pitchClass - 33, 12);
    }

    /** One drum: at each sixteenth a digit says how hard, a dot not at all. It fills before a new section. */
    static Pattern drum(int drum, String sixteenths) {
        return bar -> {
            List<Note> notes = new ArrayList<>();
            boolean deep = drum == Instrument.KICK
                    || drum == Instrument.SOFT_KICK
                    || drum == Instrument.TAIKO
                    || drum == Instrument.BOOM;
            if (bar.last()) return deep ? List.of(bar.note(0, 1, drum, 0.8)) : List.of();
            for (int i = 0; i < sixteenths.length(); i++) {
                char hit = sixteenths.charAt(i);
                if (hit != '.') notes.add(bar.note(i * 0.25, 0.2, drum, (hit - '0') / 9.0));
            }
            return notes;
        };
    }

    /** As {@code usual}, and in the bar before a new section as {@code fill}. */
    static Pattern filling(Pattern usual, Pattern fill) {
        return bar -> bar.fill() ? fill.play(bar) : usual.play(bar);
    }
}
