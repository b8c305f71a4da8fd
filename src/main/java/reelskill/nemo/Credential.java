package reelskill.nemo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** An anonymous token, whose it is and when it ends. */
record Credential(Token token, Optional<String> userId, Instant expiresAt) {
    /** How long a token lives where the service does not say (protocol.md, Envelopes, 1001). */
    private static final Duration LIFE = Duration.ofDays(7);

    private static final long MILLIS_FROM = 100_000_000_000L;

    boolean isFreshAt(Instant time) {
        return time.plusSeconds(60).isBefore(expiresAt);
    }

    static Optional<Credential> read(JsonNode data, Instant now) {
        try {
            Instant expiry =
                    Json.text(data, "expires_at").flatMap(Credential::time).orElse(now.plus(LIFE));
            return Json.text(data, "token")
                    .map(Token::new)
                    .map(token -> new Credential(token, Json.text(data, "user_id"), expiry));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Credential> parse(String kept, Instant now) {
        try {
            return read(Json.parse(kept), now);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String write() {
        ObjectNode kept = Json.object().put("token", token.value()).put("expires_at", expiresAt.toString());
        userId.ifPresent(id -> kept.put("user_id", id));
        return Json.write(kept);
    }

    /** A date with or without a zone (then UTC), or seconds or milliseconds since 1970. */
    private static Optional<Instant> time(String written) {
        try {
            if (written.matches("\\d+(\\.\\d+)?")) return Optional.of(sinceEpoch(new BigDecimal(written).longValue()));
            boolean zoned = written.matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)$");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(written.replace(' ', 'T')).toInstant()
                            : LocalDateTime.parse(written.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant sinceEpoch(long number) {
        return number >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }
}
