package reelskill.nemo;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import reelskill.turn.TurnEvent.Failed;

/** What is known of a refusal, whichever envelope it came in. */
record Refusal(int wireCode, int httpStatus, String said, Optional<Duration> retryAfter) {
    private static final Set<ErrorCode> VAGUE =
            Set.of(ErrorCode.UNRECOGNIZED, ErrorCode.MISSING_CLIENT_ID, ErrorCode.SERVICE_FAULT);

    Refusal {
        said = BackendWords.line(said);
    }

    /** A failure told inside a stream that HTTP called good. */
    static Refusal inStream(Failed failure) {
        int code = failure.code().matches("\\d{1,6}") ? Integer.parseInt(failure.code()) : 0;
        return new Refusal(code, 200, failure.code() + " " + failure.message(), Optional.empty());
    }

    ErrorCode code() {
        ErrorCode named = ErrorCode.of(wireCode, httpStatus);
        return VAGUE.contains(named) && saysDuplicate() ? ErrorCode.DUPLICATE_ID : named;
    }

    /** The render endpoint tells a duplicate id in words only (protocol.md, Render; inferred). */
    private boolean saysDuplicate() {
        return said.matches("(?i).*(duplicate|already exists).*");
    }
}
