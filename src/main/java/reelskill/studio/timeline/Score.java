package reelskill.studio.timeline;

import java.util.Optional;

/**
 * What a piece of music is composed from; the same score is the same music.
 *
 * @param seed 0 to 9999: which of the pieces of this mood
 * @param lead what plays the tune and what moves below it; empty for what is usual in the mood
 */
public record Score(Mood mood, int seed, Optional<Lead> lead) {
    /** How many pieces each mood has. */
    public static final int SEEDS = 10_000;

    public Score {
        if (seed < 0 || seed >= SEEDS) throw new IllegalArgumentException("seed " + seed);
    }

    /** With the instruments that are usual in the mood. */
    public Score(Mood mood, int seed) {
        this(mood, seed, Optional.empty());
    }

    /** Returns another piece of the same mood. */
    public Score next() {
        return new Score(mood, (seed + 1) % SEEDS, lead);
    }

    /** How composed music feels. */
    public enum Mood {
        CALM,
        UPBEAT,
        HAPPY,
        CORPORATE,
        CINEMATIC,
        LOFI,
        TENSE,
        SAD
    }

    /** An instrument that can be asked for. */
    public enum Lead {
        PIANO,
        GUITAR,
        UKULELE,
        STRINGS,
        MARIMBA,
        BELLS
    }
}
