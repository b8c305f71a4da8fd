package reelskill.cli;

/** How a command ends. Listed in the README and never renumbered. */
enum ExitCode {
    OK(0),
    /** Something failed that has no number of its own. */
    FAILURE(1),
    /** The command line makes no sense. */
    USAGE(2),
    /** Something the program needs is missing or broken on this machine. */
    SETUP(3),
    /** A file that was given cannot be used; nothing was changed. */
    INPUT(4),
    /** The sentence needs an answer, or was not understood; nothing was changed. */
    QUESTION(5),
    /** The backend refused. */
    REFUSED(6),
    /** Not enough credits. */
    CREDITS(7),
    /** The connection broke and the outcome is not known yet. */
    DISCONNECTED(8),
    /** The result cannot be written where it should go. */
    OUTPUT(9),
    CANCELLED(130);

    final int value;

    ExitCode(int value) {
        this.value = value;
    }
}
