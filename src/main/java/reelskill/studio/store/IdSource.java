package reelskill.studio.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Random;

/** Where new ids and secrets come from. Safe for use by many threads. */
public final class IdSource {
    private static final long SMALLEST = 1_000_000_000_000_000_000L;

    private final Random random;

    /** A seeded {@code random} makes every id predictable: for tests only. */
    public IdSource(Random random) {
        this.random = random;
    }

    /** Returns ids that nobody can guess. */
    public static IdSource secure() {
        return new IdSource(new SecureRandom());
    }

    /** Returns 19 digits, the form of the protocol's ids: larger than a JSON number keeps exactly. */
    public String number() {
        return Long.toString(SMALLEST + random.nextLong(Long.MAX_VALUE - SMALLEST));
    }

    /** Returns {@code prefix} and 32 random bytes in letters that a URL takes. */
    public String secret(String prefix) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
