package reelskill.nemo;

import java.io.IOException;

/**
 * What a call is named in messages, and whether it may be repeated: reads and the token may, what costs or changes
 * something may not.
 */
record Operation(String name, boolean repeatable) {
    static Operation read(String name) {
        return new Operation(name, true);
    }

    static Operation write(String name) {
        return new Operation(name, false);
    }

    ServiceException refused(Refusal refusal) {
        return new ServiceException(refusal, name, repeatable);
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
