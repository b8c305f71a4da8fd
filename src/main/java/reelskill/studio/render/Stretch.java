package reelskill.studio.render;

/** Some frames of the result that become one file, to be joined with the others. */
sealed interface Stretch permits Chunk, Copied {
    /** Returns how many frames it lasts; at least 1. */
    long length();
}
