package reelskill.nemo;

/** Hears how far a transfer is, on the transfer's thread; quick, because the transfer waits for it. */
@FunctionalInterface
public interface Progress {
    /** Takes the bytes done so far, and all of them or -1 where nobody knows. */
    void onBytes(long done, long total);

    static Progress none() {
        return (done, total) -> {};
    }
}
