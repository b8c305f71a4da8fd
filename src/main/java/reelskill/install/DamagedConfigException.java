package reelskill.install;

/** A host's configuration that cannot be read, at a line counted from 1. */
final class DamagedConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    DamagedConfigException(int line, Throwable cause) {
        super("line " + line, cause);
        this.line = line;
    }

    int line() {
        return line;
    }
}
