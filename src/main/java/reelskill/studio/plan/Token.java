package reelskill.studio.plan;

/**
 * A word or phrase of a sentence and what it stands for.
 *
 * @param concept a name of {@code words.txt}, or one of the constants here
 * @param value what the concept's kind carries: a Duration, a Span, a number, a text; the phrase's value or ""
 * @param from where it stands in the sentence; {@code to} is after it
 */
record Token(String concept, Object value, int from, int to) {
    static final String UNKNOWN = "UNKNOWN";
    static final String FILLER = "FILLER";
    static final String HARD = "HARD";
    static final String SOFT = "SOFT";
    static final String TIME = "TIME";
    static final String NUMBER = "NUMBER";
    static final String PERCENT = "PERCENT";
    static final String DECIBELS = "DECIBELS";
    static final String BYTES = "BYTES";
    static final String QUOTE = "QUOTE";
    static final String SPAN = "SPAN";
    static final String CLIPREF = "CLIPREF";
    static final String CUTREF = "CUTREF";

    boolean is(String other) {
        return concept.equals(other);
    }

    String text() {
        return (String) value;
    }

    /** Returns whether it parts clauses: a comma, an "and", a full stop. */
    boolean isBreak() {
        return is(SOFT) || is(HARD);
    }

    /** Returns what is meant by the same words: {@code other}, without a value. */
    Token as(String other) {
        return as(other, "");
    }

    Token as(String other, Object newValue) {
        return new Token(other, newValue, from, to);
    }

    /** Returns the same, said at {@code place} and taking no room there. */
    Token at(int place) {
        return new Token(concept, value, place, place);
    }
}
