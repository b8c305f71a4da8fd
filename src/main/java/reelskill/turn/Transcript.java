package reelskill.turn;

/**
 * Text that only grows. States of one turn share a buffer and differ in how much of it they see, so that adding costs
 * the added text and not the whole. Immutable as seen from outside; safe for use by many threads.
 */
public final class Transcript {
    private final StringBuilder buffer;
    private final int length;
    private final boolean blank;

    private Transcript(StringBuilder buffer, int length, boolean blank) {
        this.buffer = buffer;
        this.length = length;
        this.blank = blank;
    }

    static Transcript empty() {
        return new Transcript(new StringBuilder(), 0, true);
    }

    Transcript plus(String text) {
        synchronized (buffer) {
            // Another state went on from here before us: this branch needs a buffer of its own.
            StringBuilder own =
                    buffer.length() == length ? buffer : new StringBuilder(buffer).delete(length, buffer.length());
            own.append(text);
            return new Transcript(own, own.length(), blank && text.isBlank());
        }
    }

    public boolean isBlank() {
        return blank;
    }

    public String text() {
        synchronized (buffer) {
            return buffer.substring(0, length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transcript that && that.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
