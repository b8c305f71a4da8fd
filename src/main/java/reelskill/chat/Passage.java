package reelskill.chat;

/**
 * A few lines that belong together: a mark in the margin, and text beside it.
 *
 * @param hang how much further in a line goes on that had to be broken, in columns
 */
record Passage(Tone tone, String mark, String text, int hang) {
    private static final int COLUMN = 28;

    Passage(Tone tone, String mark, String text) {
        this(tone, mark, text, 0);
    }

    /** How it is meant; a screen without colours shows all alike. */
    enum Tone {
        PLAIN,
        STRONG,
        GOOD,
        QUIET,
        BAD
    }

    static Passage plain(String text) {
        return new Passage(Tone.PLAIN, " ", text);
    }

    static Passage strong(String text) {
        return new Passage(Tone.STRONG, " ", text);
    }

    /** A line of a list: a name, and beside it what it means. */
    static Passage entry(String name, String meaning) {
        return new Passage(Tone.PLAIN, " ", name + " ".repeat(Math.max(2, COLUMN - name.length())) + meaning, COLUMN);
    }

    static Passage done(String text) {
        return new Passage(Tone.GOOD, "✓", text);
    }

    static Passage quiet(String text) {
        return new Passage(Tone.QUIET, " ", text);
    }

    static Passage hint(String text) {
        return new Passage(Tone.QUIET, "→", text);
    }

    static Passage failed(String text) {
        return new Passage(Tone.BAD, "✗", text);
    }
}
