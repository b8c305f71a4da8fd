package reelskill.studio.plan;

import java.time.Duration;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Score;
import reelskill.studio.timeline.TextStyle.Face;

/** What an operation draws on: the footage of a session's library, the letters of its fonts, and music made to measure. */
public interface Supplies extends Footage {
    /** Returns the letters of {@code text} that no font draws, once each, apart by spaces; empty where all are drawn. */
    String undrawable(String text);

    /** Returns whether there are letters of this kind. */
    boolean hasLetters(Face face);

    /**
     * Returns a piece of music that is composed for exactly {@code length}, as a file of the session's library. The same
     * score and length are the same file.
     */
    LibraryItem composed(Score score, Duration length);

    /** Returns a card: a still picture of one colour, {@code 0xRRGGBB}, of that name, as a file of the session's library. */
    LibraryItem card(String colour, int rgb, Resolution size);
}
