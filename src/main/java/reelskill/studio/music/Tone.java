package reelskill.studio.music;

/** A note that sounds. Not thread-safe. */
interface Tone {
    /** Returns the next sample, at {@link Band#RATE}. */
    double next();

    /** Returns whether nothing more will be heard of it. */
    boolean isOver();
}
