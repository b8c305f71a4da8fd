package reelskill.host;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How serious a log message is, from the least to the most. */
public enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws HostException if the text names no level */
    static LogLevel of(@Nullable String wire) {
        for (LogLevel level : values()) if (level.wire().equals(wire)) return level;
        throw HostException.invalidParams(
                "level must be one of debug, info, notice, warning, error, critical, alert," + " emergency");
    }
}
