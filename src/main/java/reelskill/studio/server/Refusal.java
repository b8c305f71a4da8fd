package reelskill.studio.server;

/** A request that is not done; the message says why to a person and is sent as it is. */
final class Refusal extends RuntimeException {
    private final Code code;

    Refusal(Code code, String message) {
        // Expected and frequent: a stack trace would only cost.
        super(message, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
