package reelskill.nemo;

import java.time.Duration;
import java.util.Optional;
import reelskill.turn.TurnEvent.Failed;

/** What is known of a refusal, whichever envelope it came in. */
record Refusal(int wireCode, int httpStatus, String said, Optional<Duration> retryAfter) {
    private static final int LONGEST = 300;

    Refusal {
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        said = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** A failure told inside a stream that HTTP called good. */
    static Refusal inStream(Failed failure) {
        int code = failure.code().matches("\\d{1,6}") ? Integer.parseInt(failure.code()) : 0;
        return new Refusal(code, 200, failure.code() + " " + failure.message(), Optional.empty());
    }

    ErrorCode code() {
        ErrorCode named = ErrorCode.of(wireCode, httpStatus);
        return named == ErrorCode.UNRECOGNIZED && saysDuplicate() ? ErrorCode.DUPLICATE_ID : named;
    }

    /** The render endpoint tells a duplicate id in words only (protocol.md, Render; inferred). */
    boolean saysDuplicate() {
        return said.matches("(?i).*(duplicate|already exists).*");
    }
}
