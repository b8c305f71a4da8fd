package reelskill.studio.timeline;

/**
 * How one segment goes over into the next: centred on the cut, taken from the spare media beside it (its handles), so
 * that it never changes the track's duration.
 *
 * @param duration frames; 0 only for a plain cut. An odd frame lies after the cut.
 */
public record Transition(Kind kind, long duration) {
    public static final Transition CUT = new Transition(Kind.CUT, 0);

    public Transition {
        if (duration < 0 || (kind == Kind.CUT) != (duration == 0)) {
            throw new IllegalArgumentException("a " + kind + " cannot last " + duration + " frames");
        }
    }

    public boolean isCut() {
        return kind == Kind.CUT;
    }

    /** Returns how many frames lie before the cut: what the incoming segment needs before its in point. */
    public long before() {
        return duration / 2;
    }

    /** Returns how many frames lie after the cut: what the outgoing segment needs after its out point. */
    public long after() {
        return duration - before();
    }

    /** The transitions that the renderer knows. */
    public enum Kind {
        CUT,
        CROSSFADE,
        FADE_BLACK,
        FADE_WHITE,
        WIPE_LEFT,
        WIPE_RIGHT,
        SLIDE_LEFT,
        SLIDE_RIGHT,
        SLIDE_UP,
        SLIDE_DOWN,
        CIRCLE_OPEN,
        ZOOM,
        DISSOLVE,
        PIXELIZE
    }
}
