package reelskill.nemo;

import java.io.IOException;

/**
 * What a call is named in messages, and whether it may be repeated: reads and the token may, what costs or changes
 * something may not.
 *
 * @param sendsClientId true for the token call only
 */
record Operation(String name, boolean repeatable, boolean sendsClientId) {
    static Operation read(String name) {
        return new Operation(name, true, false);
    }

    static Operation write(String name) {
        return new Operation(name, false, false);
    }

    static Operation token(String name) {
        return new Operation(name, true, true);
    }

    ServiceException refused(Refusal refusal) {
        return new ServiceException(refusal, codeOf(refusal), this);
    }

    /** The table's 400 is of the token call; any other call that is malformed lacks no client id. */
    private ErrorCode codeOf(Refusal refusal) {
        ErrorCode code = refusal.code();
        return code == ErrorCode.MISSING_CLIENT_ID && !sendsClientId ? ErrorCode.INVALID_REQUEST : code;
    }

    MalformedResponseException malformed(String what) {
        return new MalformedResponseException(name, what);
    }

    NemoException failed(IOException cause, CancelSignal signal) {
        return signal.isCanceled()
                ? new CanceledException(name, cause)
                : new TransportException(name, repeatable, cause);
    }
}
