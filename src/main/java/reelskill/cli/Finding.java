package reelskill.cli;

/**
 * What a check of the doctor found.
 *
 * @param name the check, one word for programs
 * @param mend what to do about it; empty where nothing is to be done
 */
record Finding(String name, State state, String sentence, String mend) {
    /** How bad it is. */
    enum State {
        OK("✓"),
        /** Works, but not all of it or not as well as it could. */
        NOTE("•"),
        PROBLEM("✗");

        final String sign;

        State(String sign) {
            this.sign = sign;
        }
    }

    static Finding ok(String name, String sentence) {
        return new Finding(name, State.OK, sentence, "");
    }

    static Finding note(String name, String sentence, String mend) {
        return new Finding(name, State.NOTE, sentence, mend);
    }

    static Finding problem(String name, String sentence, String mend) {
        return new Finding(name, State.PROBLEM, sentence, mend);
    }

    /** Returns the line that a person reads. */
    String line() {
        String line = state.sign + " " + sentence;
        return mend.isEmpty() ? line : line + " → " + mend;
    }
}
