package reelskill.studio.store;

/** The data folder cannot be used; the message says why, to a person. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
