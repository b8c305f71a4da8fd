package reelskill.host;

import org.slf4j.LoggerFactory;

/** The log of this package, on standard error; its library is loaded at the first message, which a good run never has. */
final class Log {
    private Log() {}

    static void warn(String what, Throwable cause) {
        LoggerFactory.getLogger("reelskill.host").warn(what, cause);
    }
}
