package reelskill.studio.timeline;

/** Words on the picture. {@code fade} is the number of frames over which they come and go. */
public record TextSegment(String id, long start, long duration, String text, TextStyle style, long fade)
        implements Segment {
    public TextSegment {
        if (start < 0 || duration < 1 || fade < 0 || text.isBlank()) {
            throw new IllegalArgumentException("text " + id + " is empty or has an impossible time");
        }
    }

    @Override
    public String name() {
        return text;
    }

    /** Returns whether it writes down what is said at its time, and so belongs to that time. */
    public boolean isCaption() {
        return style.position().isForCaptions();
    }

    @Override
    public TextSegment at(long newStart) {
        return lasting(newStart, duration);
    }

    /** Returns the same words at another time; their fade is shortened where it no longer fits twice. */
    public TextSegment lasting(long newStart, long newDuration) {
        return new TextSegment(id, newStart, newDuration, text, style, Math.min(fade, newDuration / 2));
    }

    public TextSegment saying(String newText) {
        return new TextSegment(id, start, duration, newText, style, fade);
    }

    /** Returns the same words coming and going over {@code newFade} frames. */
    public TextSegment fading(long newFade) {
        return new TextSegment(id, start, duration, text, style, newFade);
    }

    public TextSegment withStyle(TextStyle newStyle) {
        return new TextSegment(id, start, duration, text, newStyle, fade);
    }
}
