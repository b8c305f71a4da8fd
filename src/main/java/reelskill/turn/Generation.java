package reelskill.turn;

/** How far a generated clip is (protocol.md, "Two-stage generation"). */
public enum Generation {
    NONE,
    /** The bare clip is there: say so at once, more is coming by itself. */
    RAW_CLIP,
    /** Music, title and effects are being added to it. */
    FINISHING
}
