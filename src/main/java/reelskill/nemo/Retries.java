package reelskill.nemo;

import java.time.Duration;
import java.util.function.Supplier;

/** Repeats reads: three times, after 1, 2 and 4 s or what {@code Retry-After} says, up to a minute. */
final class Retries {
    private static final int MOST = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration RATE_LIMIT = Duration.ofSeconds(30);

    private final Timing timing;

    Retries(Timing timing) {
        this.timing = timing;
    }

    <T> T run(Operation operation, Supplier<T> exchange) {
        for (int attempt = 0; ; attempt++) {
            try {
                return exchange.get();
            } catch (ServiceException | TransportException e) {
                Duration wait = waitAfter(e, attempt);
                if (!isWorthwhile(e, attempt) || wait.compareTo(LONGEST) > 0) throw e;
                timing.sleep(wait, operation.name());
            }
        }
    }

    /** A rate limit is waited for once; the token's own is handled where the token is asked for. */
    private static boolean isWorthwhile(NemoException failure, int attempt) {
        boolean limited = failure instanceof ServiceException refused && refused.code() == ErrorCode.RATE_LIMITED;
        return failure.isRetryable() && attempt < (limited ? 1 : MOST);
    }

    private static Duration waitAfter(NemoException failure, int attempt) {
        Duration growing = Duration.ofSeconds(1L << attempt);
        if (!(failure instanceof ServiceException refused)) return growing;
        return refused.retryAfter().orElse(refused.code() == ErrorCode.RATE_LIMITED ? RATE_LIMIT : growing);
    }
}
