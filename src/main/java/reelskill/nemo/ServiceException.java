package reelskill.nemo;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/** The service answered, and refused. */
public final class ServiceException extends NemoException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int wireCode;
    private final int httpStatus;
    private final @Nullable Duration retryAfter;
    private final String said;
    private final boolean repeatable;

    ServiceException(Refusal refusal, ErrorCode code, Operation operation) {
        super(operation.name() + " was refused: " + code + " (code " + refusal.wireCode() + ", HTTP "
                + refusal.httpStatus() + ")");
        this.code = code;
        this.wireCode = refusal.wireCode();
        this.httpStatus = refusal.httpStatus();
        this.retryAfter = refusal.retryAfter().orElse(null);
        this.said = refusal.said();
        this.repeatable = operation.repeatable();
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns the code as sent, 0 where only an HTTP status was. */
    public int wireCode() {
        return wireCode;
    }

    /** Returns the HTTP status; 200 for a refusal inside a good answer. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns how long the service asks to wait; empty where it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns what the service said, one line of at most 300 characters: hostile text, for logs and not for users. */
    public String said() {
        return said;
    }

    @Override
    public boolean isRetryable() {
        return repeatable && code.remedy() == Remedy.WAIT;
    }

    @Override
    public String sentence(Language language) {
        return code.sentence(language);
    }
}
