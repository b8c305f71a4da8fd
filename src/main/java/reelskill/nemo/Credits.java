package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** The balance; {@code frozen} is held for running work and {@code total} is both together. */
public record Credits(BigDecimal available, BigDecimal frozen, BigDecimal total) {
    static Optional<Credits> read(JsonNode data) {
        return Json.number(data, "available").map(available -> {
            BigDecimal frozen = Json.number(data, "frozen").orElse(BigDecimal.ZERO);
            return new Credits(available, frozen, Json.number(data, "total").orElse(available.add(frozen)));
        });
    }
}
