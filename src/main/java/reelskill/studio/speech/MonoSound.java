package reelskill.studio.speech;

/** Sound as the networks hear it: one channel of 16 kHz. Safe for use by many threads. */
public interface MonoSound {
    /** Samples a second. */
    int RATE = 16_000;

    /** Returns how many samples there are. */
    long length();

    /** Fills {@code samples}, each from -1 to 1, from {@code first} on; silence before the beginning and after the end. */
    void read(long first, float[] samples);
}
