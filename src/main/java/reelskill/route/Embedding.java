package reelskill.route;

/** A direction for a message, near to those of messages that mean the same. */
@FunctionalInterface
interface Embedding {
    int SIZE = 384;

    /** Returns {@link #SIZE} numbers of length one together. */
    float[] of(String message);
}
