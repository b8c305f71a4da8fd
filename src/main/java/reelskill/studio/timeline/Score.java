package reelskill.studio.timeline;

/**
 * What a piece of music is composed from; the same score is the same music.
 *
 * @param seed 0 to 9999: which of the pieces of this mood
 */
public record Score(Mood mood, int seed) {
    /** How many pieces each mood has. */
    public static final int SEEDS = 10_000;

    public Score {
        if (seed < 0 || seed >= SEEDS) throw new IllegalArgumentException("seed " + seed);
    }

    /** Returns another piece of the same mood. */
    public Score next() {
        return new Score(mood, (seed + 1) % SEEDS);
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
}
