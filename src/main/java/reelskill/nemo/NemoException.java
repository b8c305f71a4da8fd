package reelskill.nemo;

import reelskill.language.Language;

/** The root of every failure of the API. Messages carry no token, no response body and no query. */
public abstract sealed class NemoException extends RuntimeException
        permits ServiceException, TransportException, MalformedResponseException, CanceledException {
    private static final long serialVersionUID = 1L;

    NemoException(String message, Throwable cause) {
        super(message, cause);
    }

    NemoException(String message) {
        super(message);
    }

    /** Says whether the same call may succeed later <em>and</em> repeating it cannot charge the user twice. */
    public abstract boolean isRetryable();

    /** Returns what failed and what to do next, in words for the user. */
    public abstract String sentence(Language language);
}
