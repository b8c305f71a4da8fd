package reelskill.nemo;

import java.util.Locale;

/** Where a render is. */
public enum RenderStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELED,
    /** A word newer than this client: the render goes on as far as we know, so poll again. */
    UNKNOWN;

    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELED;
    }

    static RenderStatus of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "pending", "queued" -> PENDING;
            case "processing", "running", "rendering" -> PROCESSING;
            case "completed", "complete", "succeeded", "success", "done" -> COMPLETED;
            case "failed", "error" -> FAILED;
            case "canceled", "cancelled" -> CANCELED;
            default -> UNKNOWN;
        };
    }
}
